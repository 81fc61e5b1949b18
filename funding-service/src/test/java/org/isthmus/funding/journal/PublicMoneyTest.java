package org.isthmus.funding.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.isthmus.funding.Scene;
import org.isthmus.testing.HiddenThings;
import org.isthmus.testing.PublicAnswers;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** What the public sees of the books tells nothing of unpublished projects, by no subtraction. */
@QuarkusTest
class PublicMoneyTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private final UUID shown = UUID.randomUUID();
    private final UUID hidden = UUID.randomUUID();

    @Test
    void entriesAndBalancesOfAnAllocationLeaveOutTheHidden() {
        String line = Scene.line(2010, "500.00");
        UUID action = givenPromises(line);
        String path = "/v1/accounts?kind=ALLOCATION&actionId=" + action;
        String account = given().get(path).path("items[0].id");

        given().get(path).then().body("items[0].balance.amount", is("170.00")).body("items[0].version", is(2));
        given().get("/v1/accounts/" + account + "?asOf=2010-12-31").then().body("balance.amount", is("170.00"));
        given().get(path + "&balanceFrom=170").then().body("items.size()", is(1));
        given().get("/v1/accounts/" + account + "/entries")
                .then()
                .body("items.amount", contains("200.00", "-30.00"))
                .body("items.version", contains(1, 2))
                .body("items.balanceAfter", contains("200.00", "170.00"))
                .body("items.reason", everyItem(not(containsString(hidden.toString()))));
        TestClient.as("auditor").get(path).then().body("items[0].balance.amount", is("120.00"));
        TestClient.as("auditor")
                .get("/v1/accounts/" + account + "/entries")
                .then()
                .body("items.amount", contains("200.00", "-50.00", "-30.00"))
                .body("items.balanceAfter", contains("200.00", "150.00", "120.00"));
    }

    @Test
    void aMovementThatIsShownCarriesNoRunningBalance() {
        UUID action = givenPromises(Scene.line(2010, "500.00"));

        given().get("/v1/movements?type=COMMIT&accountKind=ALLOCATION&action=" + action)
                .then()
                .body("items.size()", is(1))
                .body("items[0].entries.balanceAfter", everyItem(nullValue()))
                .body("items[0].position", nullValue());
        TestClient.as("auditor")
                .get("/v1/movements?type=COMMIT&accountKind=ALLOCATION&action=" + action)
                .then()
                .body("items.entries.flatten().balanceAfter", hasItem("120.00"))
                .body("items.position", everyItem(notNullValue()));
    }

    @Test
    void paymentsOfTheHiddenShowOnNoAccountOfTheirLine() {
        String line = Scene.line(2010, "500.00");
        givenPromises(line);
        pay(hidden, "10.00");
        pay(shown, "4.00");

        balance(line, "PAYMENT_APPROPRIATION", "496.00");
        balance(line, "PAYMENT_CONSUMED", "4.00");
        for (String kind : List.of("PAYMENT_APPROPRIATION", "PAYMENT_CONSUMED")) {
            String account = given().get("/v1/accounts?budgetLine=%s&kind=%s".formatted(line, kind))
                    .path("items[0].id");
            given().get("/v1/accounts/" + account + "/entries?type=PAY").then().body("items.size()", is(1));
        }
    }

    @Test
    void whatIsPublishedCountsAtOnceAndWhatIsUnpublishedNoMore() {
        String line = Scene.line(2010, "500.00");
        UUID action = givenPromises(line);
        String path = "/v1/accounts?kind=ALLOCATION&actionId=" + action;
        String account = given().get(path).path("items[0].id");
        String etag = given().get("/v1/accounts/" + account).header("ETag");

        String before = position(path);

        Scene.tellProject(kafka, hidden, 2, true);
        await().until(() -> "120.00".equals(given().get(path).path("items[0].balance.amount")));
        String published = position(path);
        assertThat(published).isNotEqualTo(before);
        given().header("If-None-Match", etag)
                .get("/v1/accounts/" + account)
                .then()
                .statusCode(200);
        Scene.tellProject(kafka, shown, 2, false);
        await().until(() -> "150.00".equals(given().get(path).path("items[0].balance.amount")));
        assertThat(position(path)).isNotEqualTo(published).isNotEqualTo(before);
        String ofTheHidden = TestClient.as("auditor")
                .get("/v1/accounts?kind=COMMITMENT&projectId=" + shown)
                .path("items[0].id");
        given().get("/v1/accounts/" + ofTheHidden).then().statusCode(404);
        given().get("/v1/accounts/" + ofTheHidden + "/entries").then().statusCode(404);
    }

    /** Commitments, payments and decommitments of a hidden project, and requests on a published one that come to nothing. */
    @Test
    void whatIsHiddenMovesNothingThatEverybodyReads() {
        String line = Scene.line(2010, "500.00");
        UUID action = givenPromises(line);
        pay(shown, "4.00");
        UUID another = UUID.randomUUID();
        Scene.tellProject(kafka, another, 1, false);
        String account =
                given().get("/v1/accounts?kind=ALLOCATION&actionId=" + action).path("items[0].id");
        String ofShown = commitment(shown);
        String payment = requested(ofShown);
        PublicAnswers everybodys = PublicAnswers.of(
                "/v1/accounts/" + account,
                "/v1/accounts/" + account + "/entries",
                "/v1/accounts?total=true&budgetLine=" + line,
                "/v1/allocations?total=true&facets=status&actionId=" + action,
                "/v1/commitments?total=true&facets=status&actionId=" + action,
                "/v1/commitments/" + ofShown,
                "/v1/payments?total=true&facets=status,kind&projectId=" + shown,
                "/v1/payments?projectId=%s&asOf=%s".formatted(shown, Scene.today()),
                "/v1/payments/" + payment,
                "/v1/movements?total=true&action=" + action,
                "/v1/movements?total=true&budgetLine=" + line,
                "/v1/entries?measures=committed&budgetLine=" + line,
                "/v1/execution?groupBy=year&budgetLine=" + line,
                "/v1/appropriations?budgetLine=" + line,
                "/v1/budget-lines?code=" + line);

        TestClient.post("authorising-officer", "/v1/payments/" + payment + "/authorise", "{}")
                .statusCode(200);
        TestClient.post(
                        "accounting-officer",
                        "/v1/payments/" + payment + "/reject",
                        "{\"reason\": \"The report is missing\"}")
                .statusCode(200);
        requested(ofShown);
        Scene.committed(action, another, "7.00", "2010-12-03");
        pay(hidden, "2.00");
        TestClient.post(
                        "finance-officer",
                        "/v1/commitments/" + commitment(hidden) + "/decommit",
                        "{\"amount\": %s, \"effectiveOn\": \"2010-12-31\", \"reason\": \"x\"}"
                                .formatted(TestClient.euros("1.00")))
                .statusCode(200);

        everybodys.assertUnchanged();
    }

    @Test
    void whatIsHiddenLooksMissing() {
        String line = Scene.line(2010, "500.00");
        givenPromises(line);
        pay(hidden, "2.00");
        String commitment = commitment(hidden);
        for (Supplier<RequestSpecification> caller :
                List.<Supplier<RequestSpecification>>of(TestClient::plainly, () -> TestClient.partner("IOM"))) {
            assertThat(HiddenThings.toldApart("/v1/commitments", commitment, caller))
                    .isEmpty();
            for (String list :
                    List.of("/v1/payments?projectId=", "/v1/movements?project=", "/v1/accounts?projectId=")) {
                String id = TestClient.as("auditor").get(list + hidden).path("items[0].id");
                assertThat(HiddenThings.toldApart(list.substring(0, list.indexOf('?')), id, caller))
                        .isEmpty();
            }
        }
    }

    private static String position(String path) {
        return given().get(path).path("asOf.position");
    }

    private static String commitment(UUID project) {
        return TestClient.as("auditor")
                .get("/v1/commitments?projectId=" + project)
                .path("items[0].id");
    }

    private static String requested(String commitment) {
        return TestClient.created(
                "finance-officer", "/v1/payments", """
                {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                """.formatted(commitment, TestClient.euros("3.00")));
    }

    /** 200.00 set aside, 50.00 promised to a project that is not published, 30.00 to one that is. */
    private UUID givenPromises(String line) {
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        Scene.tellProject(kafka, hidden, 1, false);
        Scene.tellProject(kafka, shown, 1, true);
        Scene.committed(action, hidden, "50.00", "2010-12-01");
        String id = Scene.committed(action, shown, "30.00", "2010-12-02");
        TestClient.awaitStatus("/v1/commitments/" + id, 200);
        return action;
    }

    private static void pay(UUID project, String amount) {
        String commitment = commitment(project);
        String payment = TestClient.post(
                        "finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                        """.formatted(commitment, TestClient.euros(amount)))
                .statusCode(201)
                .extract()
                .path("id");
        TestClient.post("authorising-officer", "/v1/payments/" + payment + "/authorise", "{}")
                .statusCode(200);
        TestClient.post(
                        "accounting-officer",
                        "/v1/payments/" + payment + "/execute",
                        "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200);
    }

    private static void balance(String line, String kind, String amount) {
        given().get("/v1/accounts?budgetLine=%s&kind=%s".formatted(line, kind))
                .then()
                .body("items[0].balance.amount", is(amount));
    }
}
