package org.isthmus.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.isthmus.testing.OneReading;
import org.isthmus.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** Whoever reaches the service's own port gains nothing by it: a request has one reading, or none. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FramingTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Test
    void aRequestHasOneReadingOrNone() throws IOException {
        assertThat(new OneReading(service).wrong()).isEmpty();
    }
}
