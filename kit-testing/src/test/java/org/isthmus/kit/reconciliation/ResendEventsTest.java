package org.isthmus.kit.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResendEventsTest {

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    InMemoryConnector kafka;

    @Test
    void eachThingIsToldAgainAsItStands() {
        String reference = TestClient.unique("N").toUpperCase(Locale.ROOT);
        UUID id = UUID.fromString(TestClient.created("programme-officer", "/v1/notes", """
                        {"reference": "%s", "title": {"en": "Told"}, "tags": []}
                        """.formatted(reference)));
        await().until(() -> Told.of(kafka, id).size() == 1);
        JsonNode before = Told.last(kafka, id);

        TestClient.as("accounting-officer")
                .post("/v1/reconciliation/notes/topics/notes.notes/resend")
                .then()
                .statusCode(202)
                .body("topic", equalTo("notes.notes"));

        await().until(() -> Told.of(kafka, id).size() == 2);
        assertThat(Told.last(kafka, id)).isEqualTo(before);
    }

    @Test
    void aTopicOfAnotherIsNotThere() {
        TestClient.as("accounting-officer")
                .post("/v1/reconciliation/notes/topics/notes.others/resend")
                .then()
                .statusCode(404)
                .body("detail", containsString("notes.notes"));
    }
}
