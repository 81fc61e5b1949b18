package org.isthmus.kit.commands;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
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
                .body("{}")
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
    }
}
