package org.isthmus.kit.commands;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditRefusalsTest {

    @Test
    void whatIsTurnedAwayBeforeAnyRuleIsAuditedToo() {
        String request = UUID.randomUUID().toString();
        TestClient.as("auditor")
                .header("X-Request-Id", request + "-role")
                .contentType(ContentType.JSON)
                .body("{\"title\": {\"en\": \"Tried\"}}")
                .post("/v1/notes")
                .then()
                .statusCode(403);
        TestClient.as("programme-officer")
                .header("X-Request-Id", request + "-form")
                .contentType(ContentType.JSON)
                .body("{")
                .post("/v1/notes")
                .then()
                .statusCode(400);
        given().header("X-Request-Id", request + "-nobody")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/notes")
                .then()
                .statusCode(401);

        List<String> lines = TestClient.as("auditor")
                .queryParam("requestId", request + "-role", request + "-form", request + "-nobody")
                .get("/v1/audit/notes")
                .then()
                .statusCode(200)
                .extract()
                .path("items.collect { it.caller + ' ' + it.status + ' ' + it.code }");
        assertThat(lines).containsExactly("auditor 403 forbidden", "programme-officer 400 invalid-request");
        TestClient.get("auditor", "/v1/audit/notes?requestId=" + request + "-role")
                .body("items[0].asked.title.en", is("Tried"));
    }

    @Test
    void aLineTellsWhatWasAskedAndWhatStoodBefore() {
        String id = TestClient.created("programme-officer", "/v1/notes", """
                {"reference": "%s", "title": {"en": "First"}, "tags": []}
                """.formatted(
                        TestClient.unique("N").toUpperCase(Locale.ROOT)));
        String path = "/v1/notes/" + id;
        TestClient.patch("programme-officer", path, "\"v1\"", "{\"title\": {\"en\": \"Second\"}}")
                .statusCode(200);
        TestClient.patch("programme-officer", path, "\"v2\"", "{\"email\": \"a@b.example\", \"tags\": [7]}")
                .statusCode(400);

        TestClient.get("auditor", "/v1/audit/notes?object=" + id)
                .body("items.operation", is(List.of("createNote", "patchNote", "patchNote")))
                .body("items[0].before", nullValue())
                .body("items[1].asked", is(Map.of("title", Map.of("en", "Second"))))
                .body("items[1].before.title.en", is("First"))
                .body("items[1].before.version", is(1))
                .body("items[1].after.title.en", is("Second"))
                .body("items[2].outcome", is("REFUSED"))
                .body("items[2].asked", is(Map.of("email", "[withheld]", "tags", List.of(7))))
                .body("items[2].before.title.en", is("Second"))
                .body("items[2].after", nullValue());
        TestClient.patch("programme-officer", path, "\"v2\"", "{\"amount\": null}")
                .statusCode(200);
        TestClient.patch("programme-officer", path, "\"v2\"", "[1]").statusCode(400);
        TestClient.get("auditor", "/v1/audit/notes?object=%s&sort=-position&limit=2".formatted(id))
                .body("items[1].asked", hasEntry("amount", null))
                .body("items[0].asked", is(Map.of("unreadable", "[1]")));
        TestClient.get("auditor", "/v1/audit/notes?format=csv&object=" + id)
                .body(containsString("\"{\"\"title\"\":{\"\"en\"\":\"\"Second\"\"}}\""));
        TestClient.get(
                        "auditor",
                        "/v1/audit/notes?object=%s&operation=patchNote&atFrom=%s".formatted(id, "2026-01-01T00:00:00Z"))
                .body("items.size()", is(4));
        TestClient.get("auditor", "/v1/audit/notes?object=%s&atTo=2026-01-01T00:00:00Z".formatted(id))
                .body("items.size()", is(0));
        for (String wrong :
                List.of("atTo=yesterday", "method=GET", "operation=nothing", "outcome=done", "status=many")) {
            TestClient.get("auditor", "/v1/audit/notes?" + wrong).statusCode(400);
        }
    }

    @Test
    void whoMayNotIsToldWhoMay() {
        TestClient.post("auditor", "/v1/notes", "{}")
                .statusCode(403)
                .body("detail", is("This is for programme-officer; your token has auditor"));
    }
}
