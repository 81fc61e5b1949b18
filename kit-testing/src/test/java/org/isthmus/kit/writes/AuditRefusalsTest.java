package org.isthmus.kit.writes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditRefusalsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsTurnedAwayBeforeAnyRuleIsAuditedToo() {
        long before = Query.of("select coalesce(max(position), 0) as last from audit")
                .only(database, row -> row.number("last"));
        String request = UUID.randomUUID().toString();
        given().auth()
                .oauth2(Tokens.of("auditor"))
                .header("X-Request-Id", request + "-role")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/notes")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("programme-officer"))
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

        List<String> lines = given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/audit/notes?limit=1000&after=" + before)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.requestId.startsWith('" + request
                        + "') }.collect { it.caller + ' ' + it.status + ' ' + it.code }");
        assertThat(lines).containsExactly("auditor 403 forbidden", "programme-officer 400 invalid-request");
    }
}
