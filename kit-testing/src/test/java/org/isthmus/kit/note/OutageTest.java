package org.isthmus.kit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** What is wrong around an event is no reason to give it up, however often it hinders. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OutageTest {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Deliveries deliveries;

    @Test
    void anEventOutlastsMoreOutagesThanARefusalHasTries() {
        ConsumerRecord<String, String> record =
                new ConsumerRecord<>("notes.notes", 0, 0, UUID.randomUUID().toString(), "{}");
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        AtomicInteger tries = new AtomicInteger();

        deliveries.handle(record, event -> {
            if (tries.incrementAndGet() <= 4) {
                throw new IllegalStateException(new SQLException("the database is starting", "57P03"));
            }
        });

        assertThat(tries).hasValue(5);
    }
}
