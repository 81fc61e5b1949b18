package org.isthmus.kit.note;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.testing.TestClient.plainly;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Access comes first and replay second: a stored answer goes only to who may still see it. */
@QuarkusTest
class ReplayTest {

    private final String person = unique("person");
    private final String key = UUID.randomUUID().toString();
    private final String body = "{\"reference\": \"%s\", \"title\": {\"en\": \"Once\"}, \"tags\": []}"
            .formatted(unique("N").toUpperCase(Locale.ROOT));

    @Test
    void anAnswerIsGivenAgainToTheSameCaller() {
        post(Set.of("programme-officer"), "A").statusCode(201).header("Idempotency-Replayed", nullValue());

        post(Set.of("programme-officer"), "A").statusCode(201).header("Idempotency-Replayed", "true");
        post(Set.of("programme-officer", "auditor"), "A").statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void aCallerThatHasLostARoleIsNotShownWhatItShowed() {
        post(Set.of("programme-officer", "auditor"), "A").statusCode(201);

        post(Set.of("programme-officer"), "A")
                .statusCode(403)
                .body("code", is("answer-withheld"))
                .header("Idempotency-Replayed", nullValue());
        post(Set.of("auditor"), "A").statusCode(403).body("code", is("forbidden"));
    }

    @Test
    void aCallerThatSpeaksForAnotherOrganisationIsNotShownIt() {
        post(Set.of("programme-officer"), "A").statusCode(201);

        post(Set.of("programme-officer"), "B").statusCode(403).body("code", is("answer-withheld"));
    }

    private ValidatableResponse post(Set<String> roles, String organisation) {
        return plainly()
                .auth()
                .oauth2(Tokens.of(person, roles, organisation))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/notes")
                .then();
    }
}
