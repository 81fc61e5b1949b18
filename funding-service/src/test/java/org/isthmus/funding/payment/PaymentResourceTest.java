package org.isthmus.funding.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void threePeoplePayAndTheMoneyMovesOnExecution() {
        String line = Scene.line(2010, "500.00");
        Scene.appropriate(line, 2011, "PAYMENT", "90.00");
        String commitment = committed(line, "120.00");

        String id = request(commitment, "80.00")
                .statusCode(201)
                .body("status", is("REQUESTED"))
                .extract()
                .path("id");
        outstanding(commitment, "120.00");
        step("authorising-officer", id, "authorise", "{}").statusCode(200).body("status", is("AUTHORISED"));
        step("accounting-officer", id, "execute", "{\"executedOn\": \"2011-02-01\"}")
                .statusCode(200)
                .body("status", is("EXECUTED"))
                .body("executedBy", is("accounting-officer"))
                .body(
                        "movement.entries.account.kind",
                        is(List.of("COMMITMENT", "PAID", "PAYMENT_APPROPRIATION", "PAYMENT_CONSUMED")))
                .body("movement.entries.balanceAfter", is(List.of("40.00", "80.00", "10.00", "80.00")));

        outstanding(commitment, "40.00");
        step("accounting-officer", id, "execute", "{\"executedOn\": \"2011-02-01\"}")
                .statusCode(409)
                .body("code", is("payment-wrong-status"));
    }

    @Test
    void aStepTakenOnAnOldVersionIsRefused() {
        String commitment = committed(Scene.line(2010, "500.00"), "120.00");
        String id = request(commitment, "80.00").extract().path("id");
        step("authorising-officer", id, "authorise", "{}").statusCode(200);

        seen(
                "\"v1\"",
                "accounting-officer",
                "/v1/payments/" + id + "/execute",
                "{\"executedOn\": \"2010-12-20\"}",
                412);
        seen("\"v1\"", "accounting-officer", "/v1/payments/" + id + "/reject", "{\"reason\": \"No report\"}", 412);
        seen(
                "\"v2\"",
                "accounting-officer",
                "/v1/payments/" + id + "/execute",
                "{\"executedOn\": \"2010-12-20\"}",
                200);
        String less = "{\"amount\": %s, \"effectiveOn\": \"2010-12-31\", \"reason\": \"x\"}"
                .formatted(TestClient.euros("1.00"));
        seen("\"v1\"", "finance-officer", "/v1/commitments/" + commitment + "/decommit", less, 412);
        seen("\"v2\"", "finance-officer", "/v1/commitments/" + commitment + "/decommit", less, 200);
    }

    private static void seen(String version, String role, String path, String body, int status) {
        TestClient.as(role)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", version)
                .body(body)
                .post(path)
                .then()
                .statusCode(status);
    }

    @Test
    void nobodyActsTwiceOnOnePayment() {
        String id = request(committed(Scene.line(2010, "500.00"), "120.00"), "80.00")
                .extract()
                .path("id");

        post(Tokens.of("finance-officer", "authorising-officer"), id, "authorise", "{}")
                .statusCode(403)
                .body("code", is("same-person"));
        step("authorising-officer", id, "authorise", "{}").statusCode(200);
        post(Tokens.of("authorising-officer", "accounting-officer"), id, "execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(403)
                .body("code", is("same-person"));
        post(Tokens.of("finance-officer", "accounting-officer"), id, "execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(403);
    }

    @Test
    void whoCommittedTheMoneyNeitherAsksForItNorPaysIt() {
        String commitment = committed(Scene.line(2010, "500.00"), "120.00");
        TestClient.post("finance-officer-b", "/v1/payments", payment(commitment, "80.00"))
                .statusCode(403)
                .body("code", is("same-person"));
        String id = request(commitment, "80.00").extract().path("id");

        post(Tokens.of("finance-officer-b", "authorising-officer"), id, "authorise", "{}")
                .statusCode(403)
                .body("code", is("same-person"));
        step("authorising-officer", id, "authorise", "{}").statusCode(200);
        post(Tokens.of("finance-officer-b", "accounting-officer"), id, "execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(403)
                .body("code", is("same-person"));
    }

    @Test
    void whatIsToBePaidIsNeitherGivenBackNorUndone() {
        String commitment = committed(Scene.line(2010, "500.00"), "120.00");
        String requested = request(commitment, "50.00").extract().path("id");
        String authorised = request(commitment, "30.00").extract().path("id");
        step("authorising-officer", authorised, "authorise", "{}").statusCode(200);

        giveBack(commitment, "40.01")
                .statusCode(409)
                .body("code", is("payments-open"))
                .body("errors[0].pointer", is("/amount"))
                .body("detail", allOf(containsString(requested), containsString(authorised)));
        undo(commitment).statusCode(409).body("code", is("payments-open"));
        giveBack(commitment, "40.00").statusCode(200);
        step("authorising-officer", requested, "reject", "{\"reason\": \"No report\"}")
                .statusCode(200);
        giveBack(commitment, "50.00").statusCode(200);
        step("accounting-officer", authorised, "execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200);
    }

    private static ValidatableResponse giveBack(String commitment, String amount) {
        return TestClient.as("finance-officer")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"amount\": %s, \"effectiveOn\": \"2010-12-15\", \"reason\": \"x\"}"
                        .formatted(TestClient.euros(amount)))
                .post("/v1/commitments/" + commitment + "/decommit")
                .then();
    }

    private static ValidatableResponse undo(String commitment) {
        String movement = TestClient.as("finance-officer")
                .get("/v1/movements?type=COMMIT&commitment=" + commitment)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return TestClient.as("authorising-officer-c")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"effectiveOn\": \"2010-12-15\", \"reason\": \"Entered twice\"}")
                .post("/v1/movements/" + movement + "/reverse")
                .then();
    }

    @Test
    void openRequestsCountAgainstWhatIsOutstanding() {
        String commitment = committed(Scene.line(2010, "500.00"), "120.00");
        String first = request(commitment, "80.00").statusCode(201).extract().path("id");

        request(commitment, "40.01")
                .statusCode(409)
                .body("code", is("outstanding-exceeded"))
                .body(
                        "detail",
                        is("40.01 EUR is asked for; 120.00 EUR is outstanding on %s, and 80.00 EUR of it is"
                                        .formatted(TestClient.as("auditor")
                                                .get("/v1/commitments/" + commitment)
                                                .<String>path("reference"))
                                + " requested already."));
        step("authorising-officer", first, "reject", "{\"reason\": \"No report\"}")
                .statusCode(200)
                .body("status", is("REJECTED"));
        request(commitment, "120.00").statusCode(201);
    }

    @Test
    void aPaymentNeedsTheAppropriationsOfTheYearThatItIsMadeIn() {
        String commitment = committed(Scene.line(2010, "500.00"), "120.00");
        String id = request(commitment, "80.00").extract().path("id");
        step("authorising-officer", id, "authorise", "{}").statusCode(200);

        step("accounting-officer", id, "execute", "{\"executedOn\": \"2011-01-10\"}")
                .statusCode(409)
                .body("code", is("payment-appropriation-exceeded"));
        step("accounting-officer", id, "execute", "{\"executedOn\": \"2199-01-10\"}")
                .statusCode(409)
                .body("errors.code", hasItem("in-the-future"));
        step("accounting-officer", id, "execute", "{\"executedOn\": \"2010-12-30\"}")
                .statusCode(200);
    }

    @Test
    void aPaymentUndoneIsOutstandingAgain() {
        String commitment = committed(Scene.line(2010, "500.00"), "120.00");
        String id = request(commitment, "80.00").extract().path("id");
        step("authorising-officer", id, "authorise", "{}");
        String movement = step("accounting-officer", id, "execute", "{\"executedOn\": \"2010-12-30\"}")
                .extract()
                .path("movement.id");

        TestClient.post("accounting-officer-b", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Returned by the bank", "effectiveOn": "2010-12-31"}
                        """)
                .statusCode(201);

        outstanding(commitment, "120.00");
        TestClient.as("auditor").get("/v1/payments/" + id).then().body("status", is("REVERSED"));
    }

    @Test
    void whoActedIsForOfficersAndAuditorsAndTheUnpublishedTheirs() {
        UUID project = UUID.randomUUID();
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String commitment = Scene.committed(action, project, "120.00", "2010-12-01");
        String id = request(commitment, "80.00").extract().path("id");

        given().get("/v1/payments/" + id).then().statusCode(404);
        given().get("/v1/commitments/" + commitment).then().statusCode(404);
        given().get("/v1/movements?commitment=" + commitment).then().statusCode(400);
        TestClient.as("auditor").get("/v1/payments/" + id).then().body("requestedBy", notNullValue());

        Scene.projects(kafka)
                .event("eu.isthmus.projects.project.published.v1", project, 1, """
                {"projectId": "%s", "version": 1, "reference": "%s", "title": {"en": "x"}, "published": true,
                 "status": "PIPELINE", "strands": [], "countries": []}
                """.formatted(project, project));
        TestClient.awaitStatus("/v1/commitments/" + commitment, 200);
        given().get("/v1/payments/" + id).then().statusCode(404);
        step("authorising-officer", id, "authorise", "{}").statusCode(200);
        step("accounting-officer", id, "execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200);
        given().get("/v1/payments/" + id)
                .then()
                .body("amount.amount", is("80.00"))
                .body("requestedBy", nullValue());
        given().get("/v1/movements?commitment=" + commitment)
                .then()
                .body("items.size()", is(2))
                .body("items.by", everyItem(nullValue()));
    }

    private String committed(String line, String amount) {
        return Scene.committed(Scene.allocated(kafka, line, 2010, "200.00"), UUID.randomUUID(), amount, "2010-12-01");
    }

    private static ValidatableResponse request(String commitment, String amount) {
        return TestClient.post("finance-officer", "/v1/payments", payment(commitment, amount));
    }

    private static String payment(String commitment, String amount) {
        return """
                {"commitmentId": "%s", "kind": "PRE_FINANCING", "amount": %s, "reason": "First instalment"}
                """.formatted(commitment, TestClient.euros(amount));
    }

    private static ValidatableResponse step(String role, String id, String verb, String body) {
        return TestClient.post(role, "/v1/payments/" + id + "/" + verb, body);
    }

    private static ValidatableResponse post(String token, String id, String verb, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/payments/" + id + "/" + verb)
                .then();
    }

    private static void outstanding(String commitment, String amount) {
        TestClient.as("auditor").get("/v1/commitments/" + commitment).then().body("outstanding.amount", is(amount));
    }
}
