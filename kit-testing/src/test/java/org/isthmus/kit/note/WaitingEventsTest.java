package org.isthmus.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.PostgresResource;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

/** An event that names what is not known yet waits, without holding up others, and is given up in the end (R18). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WaitingEventsTest {

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    InMemoryConnector kafka;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NoteEvents events;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AgroalDataSource database;

    private final String first = TestClient.unique("first");
    private final String second = TestClient.unique("second");
    private final String other = TestClient.unique("other");

    private Deliver notes() {
        return new Deliver(kafka, "notes", "notes.notes");
    }

    @Test
    void whatItNamesArrivesWhileItWaitsAndItsKeyKeepsItsOrder() {
        UUID key = UUID.randomUUID();
        notes().event("x.v1", key, 1, "{\"word\": \"%s\", \"needs\": \"%s\"}".formatted(first, other));
        notes().event("x.v1", key, 2, "{\"word\": \"%s\"}".formatted(second));
        notes().event("x.v1", UUID.randomUUID(), 1, "{\"word\": \"%s\"}".formatted(other));

        await().untilAsserted(() -> assertThat(events.heard()).containsSubsequence(other, first, second));
        assertThat(events.heard()).containsOnlyOnce(first).containsOnlyOnce(second);
    }

    @Test
    void whatNeverArrivesIsWaitedForSoLongAndNoLonger() {
        UUID key = UUID.randomUUID();
        notes().event("x.v1", key, 1, "{\"word\": \"%s\", \"needs\": \"%s\"}".formatted(first, other));
        notes().event("x.v1", key, 2, "{\"word\": \"%s\"}".formatted(second));

        await().untilAsserted(() -> assertThat(events.heard()).contains(second));
        assertThat(events.heard()).doesNotContain(first);
        assertThat(Told.of(kafka, key))
                .anySatisfy(letter ->
                        assertThat(letter.json().path("word").asText()).isEqualTo(first));
    }

    @Test
    void itIsRefusedAsSoonAsTheCopyHasPassedItsTime() {
        String refusable = "{\"word\": \"%s\", \"needs\": \"never\", \"isRefusable\": true}";
        Query.of(
                        "insert into heard (topic, part, told_at) values ('notes.others', 0, ?)",
                        Instant.parse("2026-11-28T10:00:00Z"))
                .execute(database);
        notes().told(
                        "2026-11-28T09:59:59Z",
                        UUID.randomUUID(),
                        "x.v1",
                        UUID.randomUUID(),
                        1,
                        refusable.formatted(first));
        notes().told(
                        "2026-11-28T10:00:00Z",
                        UUID.randomUUID(),
                        "x.v1",
                        UUID.randomUUID(),
                        1,
                        refusable.formatted(second));

        await().untilAsserted(() ->
                assertThat(events.heard()).contains("refused " + first, "refused %s in the end".formatted(second)));
    }
}
