package org.isthmus.kit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

/** An owner tells how many things it has and hashes of what they say, and of buckets only those that changed (R30). */
@QuarkusTest
class TellDigestsTest {

    private static final UUID KEY = new DigestEvent("notes.notes", 1, 0, java.time.Instant.EPOCH, List.of())
            .envelope()
            .key();

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    InMemoryConnector kafka;

    @Inject
    @SuppressWarnings("NullAway.Init")
    TellDigests digests;

    @Test
    void onlyWhatChangedSinceTheDigestBeforeIsTold() {
        digest();
        UUID id = UUID.fromString(TestClient.created("programme-officer", "/v1/notes", """
                        {"reference": "%s", "title": {"en": "Counted"}, "tags": [],
                         "amount": {"amount": "12.50", "currency": "EUR"}}
                        """.formatted(
                        TestClient.unique("N").toUpperCase(Locale.ROOT))));

        JsonNode told = digest();

        List<JsonNode> buckets =
                StreamSupport.stream(told.path("buckets").spliterator(), false).toList();
        assertThat(buckets).singleElement().satisfies(bucket -> {
            assertThat(bucket.path("bucket").asLong()).isEqualTo(id.getLeastSignificantBits() & 0xff);
            assertThat(bucket.path("count").asLong()).isPositive();
            assertThat(bucket.path("hashes").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("version", "reference", "amount");
            assertThat(new java.math.BigDecimal(
                            bucket.path("sums").path("amount").asText()))
                    .isGreaterThanOrEqualTo(new java.math.BigDecimal("12.50"));
        });
        assertThat(digest().path("buckets")).isEmpty();
    }

    private JsonNode digest() {
        int before = Told.of(kafka, KEY).size();
        QuarkusTransaction.requiringNew().run(() -> digests.step("notes.notes", ""));
        await().until(() -> Told.of(kafka, KEY).size() > before);
        return Told.last(kafka, KEY);
    }
}
