package org.isthmus.funding.booking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** Money moves on a day that has come, not before what it follows, and is never taken before it was there. */
@QuarkusTest
class DatesTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void nothingIsDatedInTheFuture() {
        requests(Scene.today().plusDays(2).toString())
                .forEach(
                        (path, body) -> post(path, body).statusCode(409).body("errors.code", hasItem("in-the-future")));
    }

    @Test
    void aDayInTheFutureIsToldWithWhatIsWrongWithTheForm() {
        requests(Scene.today().plusDays(2).toString())
                .forEach((path, body) -> post(
                                path, body.replaceFirst("\"(effective|executed)On\"", "\"unknownOne\": 1, $0"))
                        .statusCode(400)
                        .body("errors.code", hasItems("unknown-field", "in-the-future")));
    }

    @Test
    void aDateOutOfAllBoundsIsASlip() {
        for (String day : new String[] {"+999999999-12-31", "-0044-03-15", "1899-12-31", "2201-01-01"}) {
            requests(day)
                    .forEach((path, body) -> post(path, body)
                            .statusCode(400)
                            .body("errors.code", hasItem(anyOf(is("range"), is("date-invalid")))));
        }
    }

    @Test
    void aPaymentIsNotMadeBeforeItsPromise() {
        String line = Scene.line(2010, "500.00");
        String commitment =
                Scene.committed(Scene.allocated(kafka, line, 2010, "200.00"), UUID.randomUUID(), "9.00", "2010-12-10");
        String payment = authorised(commitment);

        execute(payment, "2010-12-09").statusCode(409).body("code", is("before-commitment"));
        execute(payment, "2010-12-10").statusCode(200);
    }

    @Test
    void whatGoesBackOnADayIsNotPromisedBeforeIt() {
        String line = Scene.line(2010, "100.00");
        UUID action = Scene.allocated(kafka, line, 2010, "100.00");
        String commitment = Scene.committed(action, UUID.randomUUID(), "100.00", "2010-12-01");
        String movement =
                TestClient.as("auditor").get("/v1/commitments/" + commitment).path("movementId");
        reverse(movement, "2010-12-20").statusCode(201);

        promise(action, "2010-12-19")
                .statusCode(409)
                .body("code", is("account-overdrawn"))
                .body("errors.size()", is(1));
        promise(action, "2010-12-20").statusCode(201);
    }

    @Test
    void nothingIsUndoneOnADayWhenItsMoneyWasStillInUse() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        String allocation = given().get("/v1/allocations?actionId=" + action).path("items[0].movementId");
        reverse(allocation, "2010-12-20").statusCode(201);
        String appropriation = given().get("/v1/appropriations?kind=COMMITMENT&budgetLine=" + line)
                .path("items[0].movementId");

        reverse(appropriation, "2010-12-01").statusCode(409).body("code", is("account-overdrawn"));
        given().get("/v1/accounts?asOf=2010-12-10&kind=APPROPRIATION&budgetLine=" + line)
                .then()
                .body("items[0].balance.amount", is("300.00"));
        reverse(appropriation, "2010-12-20").statusCode(201);
    }

    @Test
    void aStatementByDayShowsTheBalanceOfEachDay() {
        String line = Scene.line(2010, "1000.00");
        Scene.allocated(kafka, line, 2010, "200.00");
        Scene.confirmed(
                "authorising-officer", TestClient.post("authorising-officer", "/v1/appropriations", """
                        {"budgetLine": "%s", "year": 2010, "kind": "COMMITMENT", "amount": %s,
                         "effectiveOn": "2010-06-01", "reason": "Amending budget, heard of late"}
                        """.formatted(
                                line, TestClient.euros("100.00"))));
        String account = given().get("/v1/accounts?kind=APPROPRIATION&budgetLine=" + line)
                .path("items[0].id");
        String statement = "/v1/accounts/" + account + "/entries?sort=";

        for (String role : new String[] {"auditor", "partner"}) {
            TestClient.as(role)
                    .get(statement + "effectiveOn")
                    .then()
                    .body("items.balanceAfter", is(List.of("1000.00", "1100.00", "900.00")));
            TestClient.as(role)
                    .get(statement + "-effectiveOn")
                    .then()
                    .body("items.balanceAfter", is(List.of("900.00", "1100.00", "1000.00")));
            TestClient.as(role)
                    .get(statement + "version")
                    .then()
                    .body("items.balanceAfter", is(List.of("1000.00", "800.00", "900.00")));
        }
    }

    /** Each request that dates money, in order of path. */
    private Map<String, String> requests(String day) {
        String line = Scene.line(Scene.THIS_YEAR, "500.00");
        UUID action = Scene.allocated(kafka, line, Scene.THIS_YEAR, "200.00");
        String newYear = Scene.NEW_YEAR.toString();
        String commitment = Scene.committed(action, UUID.randomUUID(), "50.00", newYear);
        String movement =
                TestClient.as("auditor").get("/v1/commitments/" + commitment).path("movementId");
        String dated = "\"effectiveOn\": \"%s\", \"reason\": \"x\"".formatted(day);
        String amount = "\"amount\": " + TestClient.euros("1.00");
        String decommitment = "{%s, %s}".formatted(amount, dated);
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put(
                "/v1/appropriations",
                "{\"budgetLine\": \"%s\", \"year\": %d, \"kind\": \"PAYMENT\", %s, %s}"
                        .formatted(line, Scene.THIS_YEAR, amount, dated));
        requests.put("/v1/allocations", "{\"actionId\": \"%s\", %s, %s}".formatted(action, amount, dated));
        requests.put(
                "/v1/commitments", Scene.individual(action, UUID.randomUUID(), "D-" + UUID.randomUUID(), "1.00", day));
        requests.put("/v1/commitments/" + commitment + "/decommit", decommitment);
        requests.put(
                "/v1/movements/batch",
                "{\"movements\": [{\"type\": \"DECOMMIT\", \"commitmentId\": \"%s\", %s, %s}]}"
                        .formatted(commitment, amount, dated));
        requests.put("/v1/movements/" + movement + "/reverse", "{" + dated + "}");
        requests.put("/v1/payments/" + authorised(commitment) + "/execute", "{\"executedOn\": \"%s\"}".formatted(day));
        return requests;
    }

    private static ValidatableResponse post(String path, String body) {
        return TestClient.post(officer(path), path, body);
    }

    /** Each step is another person's. */
    private static String officer(String path) {
        return switch (path.substring(path.lastIndexOf('/'))) {
            case "/execute" -> "accounting-officer";
            case "/reverse" -> "authorising-officer-c";
            case "/commitments" -> "finance-officer-b";
            default -> "authorising-officer";
        };
    }

    private static String authorised(String commitment) {
        String payment = TestClient.post(
                        "finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                        """.formatted(commitment, TestClient.euros("1.00")))
                .statusCode(201)
                .extract()
                .path("id");
        TestClient.post("authorising-officer", "/v1/payments/" + payment + "/authorise", "{}")
                .statusCode(200);
        return payment;
    }

    private static ValidatableResponse execute(String payment, String on) {
        return post("/v1/payments/" + payment + "/execute", "{\"executedOn\": \"%s\"}".formatted(on));
    }

    private static ValidatableResponse promise(UUID action, String on) {
        return post(
                "/v1/commitments", Scene.individual(action, UUID.randomUUID(), "D-" + UUID.randomUUID(), "100.00", on));
    }

    private static ValidatableResponse reverse(String movement, String on) {
        return post(
                "/v1/movements/" + movement + "/reverse",
                "{\"reason\": \"Booked in error\", \"effectiveOn\": \"%s\"}".formatted(on));
    }
}
