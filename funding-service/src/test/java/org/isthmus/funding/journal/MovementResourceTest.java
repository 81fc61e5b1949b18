package org.isthmus.funding.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.testing.Statements;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MovementResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void aPromiseUndoneGivesTheAllocationItsMoneyBackOnce() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String id = Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");
        String movement = movementOf("/v1/commitments/" + id);

        TestClient.as("authorising-officer")
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"v2\"")
                .body("{\"reason\": \"Seen otherwise\", \"effectiveOn\": \"2010-12-02\"}")
                .post("/v1/movements/" + movement + "/reverse")
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
        reverse(movement, "2010-12-02")
                .statusCode(201)
                .body("type", is("REVERSE"))
                .body("corrects", is(movement))
                .body("entries[0].balanceAfter", is("200.00"));

        TestClient.as("auditor")
                .get("/v1/commitments/" + id)
                .then()
                .body("status", is("REVERSED"))
                .body("committed.amount", is("0.00"));
        reverse(movement, "2010-12-03").statusCode(409).body("code", is("already-reversed"));
        TestClient.as("auditor")
                .get("/v1/movements?corrects=" + movement)
                .then()
                .body("items", hasSize(1))
                .body("items[0].by", is("authorising-officer-c"));
    }

    @Test
    void theAddressOfBatchesIsNoMovement() {
        given().options("/v1/movements/batch").then().statusCode(204).header("Allow", "OPTIONS, POST");
        TestClient.as("auditor")
                .get("/v1/movements/batch")
                .then()
                .statusCode(405)
                .header("Allow", "OPTIONS, POST");
    }

    @Test
    void whatWouldLeaveLessThanNothingIsNotUndone() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        String commitment = Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");
        String commit =
                TestClient.as("auditor").get("/v1/commitments/" + commitment).path("movementId");
        String allocation = movementOf("/v1/allocations?actionId=" + action);

        reverse(allocation, "2010-12-02")
                .statusCode(409)
                .body("code", is("reverse-first"))
                .body(
                        "detail",
                        startsWith(
                                "80.00 EUR is left on the allocation %s, and 200.00 EUR would leave it. Reverse first"
                                        .formatted(Scene.reference(action))))
                .body("detail", containsString("COMMIT " + commit + " of 2010-12-01"));
        reverse(allocation, "2010-11-29").statusCode(409).body("code", is("before-movement"));
        reverse(UUID.randomUUID().toString(), "2010-11-29").statusCode(404);
        TestClient.post("finance-officer", "/v1/movements/" + allocation + "/reverse", "{}")
                .statusCode(403);
    }

    @Test
    void anAllocationUndoneFollows() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");

        String reversal = reverse(movementOf("/v1/allocations?actionId=" + action), "2010-12-02")
                .statusCode(201)
                .extract()
                .path("id");

        given().get("/v1/allocations?actionId=" + action)
                .then()
                .body("items[0].status", is("RELEASED"))
                .body("items[0].amount.amount", is("0.00"));
        reverse(reversal, "2010-12-03").statusCode(409).body("code", is("reversal-final"));
        given().get("/v1/accounts?kind=APPROPRIATION&budgetLine=" + line)
                .then()
                .body("items[0].balance.amount", is("500.00"));
    }

    @Test
    void balancesAreReadAsOfTheDayAndAsOfWhatWeKnew() {
        String line = Scene.line(2010, "500.00");
        String id = given().get("/v1/accounts?kind=APPROPRIATION&budgetLine=" + line)
                .path("items[0].id");
        Scene.allocated(kafka, line, 2010, "200.00");
        String known = given().get("/v1/movements?accountKind=ALLOCATION&budgetLine=" + line)
                .path("items[0].recordedAt");

        given().get("/v1/accounts/" + id)
                .then()
                .body("balance.amount", is("300.00"))
                .body("version", is(2));
        given().get("/v1/accounts/" + id + "?asOf=2010-11-29").then().body("balance.amount", is("500.00"));
        given().get("/v1/accounts/" + id + "?asOf=2010-11-30").then().body("balance.amount", is("300.00"));
        given().get("/v1/accounts/" + id + "?recordedAsOf=2009-12-31").then().body("balance.amount", is("0.00"));
        given().get("/v1/accounts/" + id + "?recordedAsOf=" + known).then().body("balance.amount", is("300.00"));
        given().get("/v1/accounts?asOf=2010-06-01&kind=APPROPRIATION&budgetLine=" + line)
                .then()
                .body("items[0].balance.amount", is("500.00"));
        given().get("/v1/accounts/" + id + "/entries")
                .then()
                .body("items.amount", contains("500.00", "-200.00"))
                .body("items.balanceAfter", contains("500.00", "300.00"));
        given().get("/v1/accounts?asOf=%2B999999999-01-01&recordedAsOf=%2B100000-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("asOf", "recordedAsOf"));
        given().get("/v1/accounts?asOf=soon&recordedAsOf=x")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("asOf", "recordedAsOf"));
    }

    @Test
    void unknownFiltersAndBadValuesAreNamedAtOnce() {
        given().get("/v1/movements?year=x&account=7&recordedAsOf=never&notAttributed=planet")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("year", "account", "recordedAsOf", "notAttributed"));
        given().get("/v1/movements?action=x&project=NOPE&commitment=y&region=nowhere&strand=typo")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("action", "project", "commitment", "region", "strand"));
        given().get("/v1/movements?colour=red").then().statusCode(400).body("errors.parameter", hasItem("colour"));
    }

    @Test
    void aListTakesTwoStatementsAtMostAndOneMovementOne() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String movement = movementOf("/v1/allocations?actionId=" + action);

        assertThat(Statements.during(() -> given().get("/v1/movements?total=true&strand=asylum&year=2010")))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(Statements.during(() -> given().get("/v1/movements/" + movement)))
                .hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/accounts?total=true")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void theWholeJournalComesAsCsvAndNdjson() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");

        assertThat(given().get("/v1/movements?format=ndjson&action=" + action)
                        .asString()
                        .lines())
                .hasSize(1);
        assertThat(given().get("/v1/movements?format=csv&action=" + action)
                        .asString()
                        .lines())
                .hasSize(3) // a line for each entry
                .anySatisfy(line -> assertThat(line).contains(",-200.00,EUR"))
                .anySatisfy(line -> assertThat(line).contains(",200.00,EUR"))
                .first()
                .asString()
                .startsWith("id,position,type");
    }

    private static String movementOf(String path) {
        Response found = TestClient.as("auditor").get(path);
        String movement = found.path("movementId");
        return movement != null ? movement : found.path("items[0].movementId");
    }

    private static ValidatableResponse reverse(String movement, String on) {
        return TestClient.post("authorising-officer-c", "/v1/movements/" + movement + "/reverse", """
                {"reason": "Booked in error", "effectiveOn": "%s"}
                """.formatted(on));
    }
}
