package org.isthmus.kit.note;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotePatchTest {

    private String id = "";

    @BeforeEach
    void write() {
        String reference = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        id = TestClient.as("programme-officer")
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"Asylum\", \"fr\": \"Asile\"}, \"tags\": [\"a\"]}"
                        .formatted(reference))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse patched(String version, String patch) {
        return TestClient.as("programme-officer")
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version)
                .body(patch)
                .patch("/v1/notes/" + id)
                .then();
    }

    @Test
    void whatAPatchLeavesOutStaysAndNullRemoves() {
        patched("\"v1\"", "{\"title\": {\"de\": \"Asyl\", \"fr\": null}}")
                .statusCode(200)
                .body("title", aMapWithSize(2))
                .body("title.en", equalTo("Asylum"))
                .body("title.de", equalTo("Asyl"))
                .body("tags", contains("a"))
                .body("version", equalTo(2));
    }

    @Test
    void aPatchIsReadAsStrictlyAsTheWhole() {
        patched("\"v1\"", "{\"tags\": null, \"colour\": 1, \"title\": {\"en\": 7}}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/tags", "/colour", "/title/en"));
    }

    @Test
    void aPatchThatIsNoObjectIsRefused() {
        for (String patch : new String[] {"", "[]", "null", "{", "1"}) {
            patched("\"v1\"", patch).statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void aPatchOfAnotherVersionIsRefused() {
        patched("\"v7\"", "{\"title\": {\"en\": \"x\"}}").statusCode(412);
    }
}
