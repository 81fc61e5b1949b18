package org.isthmus.funding.commitment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isthmus.funding.Scene;
import org.isthmus.testing.Statements;
import org.isthmus.testing.TestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommitmentResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void aPromiseIsDrawnFromTheAllocationOfItsAction() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "5000000.00"), 2010, "2000000.00");
        UUID project = UUID.randomUUID();

        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(action, project, "G-" + project, "1500000.00", "2010-12-20"))
                .statusCode(201)
                .header("Location", notNullValue())
                .body("status", is("OPEN"))
                .body("outstanding.amount", is("1500000.00"))
                .body("movement.type", is("COMMIT"))
                .body("movement.entries[0].balanceAfter", is("500000.00"))
                .body("movement.entries[1].account.commitment", is("G-" + project))
                .body("movement.entries[1].balanceAfter", is("1500000.00"));
    }

    @Test
    void theReferenceOfAReversedCommitmentIsFreeForItsProjectAlone() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();
        String reference = Scene.reference(project);
        ValidatableResponse first = enter(action, project, reference, "50.00").statusCode(201);
        enter(action, project, reference.toLowerCase(Locale.ROOT), "60.00")
                .statusCode(409)
                .body("code", is("reference-taken"));

        TestClient.post(
                        "authorising-officer-c",
                        "/v1/movements/" + first.extract().path("movement.id") + "/reverse",
                        "{\"effectiveOn\": \"2010-12-15\", \"reason\": \"Entered with a wrong amount\"}")
                .statusCode(201);

        enter(action, UUID.randomUUID(), reference, "60.00").statusCode(409).body("code", is("reference-taken"));
        enter(action, project, reference, "60.00").statusCode(201);
        enter(action, project, reference, "60.00").statusCode(409).body("code", is("reference-taken"));
        TestClient.as("auditor")
                .get("/v1/commitments?reference=" + reference)
                .then()
                .body("items.status", containsInAnyOrder("REVERSED", "OPEN"))
                .body("items.committed.amount", containsInAnyOrder("0.00", "60.00"));
    }

    private static ValidatableResponse enter(UUID action, UUID project, String reference, String amount) {
        return TestClient.post(
                "finance-officer-b",
                "/v1/commitments",
                Scene.individual(action, project, reference, amount, "2010-12-01"));
    }

    @Test
    void everyReasonAgainstAPromiseIsNamedAtOnce() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();
        Scene.committed(action, project, "50.00", "2010-12-01");

        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(action, project, Scene.reference(project), "150.01", "2011-01-01"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors.code", containsInAnyOrder("allocation-exceeded", "signed-too-late", "reference-taken"))
                .body("errors.pointer", containsInAnyOrder("/amount", "/effectiveOn", "/reference"));
        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(action, project, "X" + project, "10.00", "2010-11-29"))
                .statusCode(409)
                .body("code", is("before-financing-decision"));
        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(UUID.randomUUID(), project, "Y" + project, "10.00", "2010-12-01"))
                .statusCode(409)
                .body("code", is("financing-decision-missing"));
    }

    @Test
    void whatARequestLacksIsNamedAtOnce() {
        TestClient.post("finance-officer-b", "/v1/commitments", "{}")
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/kind", "/projectId", "/reference", "/amount", "/reason"));
        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(UUID.randomUUID(), UUID.randomUUID(), "Z", "1.00", "2010-12-01")
                                .replace("INDIVIDUAL", "HISTORICAL"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/source", "/actionId"));
    }

    @Test
    void aProjectThatNobodyHeardOfIsRefusedWithTheAgeOfOurCopy() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID known = Scene.project();
        UUID unknown = UUID.randomUUID();
        String ofNobody = Scene.individual(action, known, "G-" + known, "10.00", "2010-12-20")
                .replace(known.toString(), unknown.toString());
        TestClient.post("finance-officer-b", "/v1/commitments", ofNobody)
                .statusCode(409)
                .body("code", is("project-unknown"))
                .body("errors[0].pointer", is("/projectId"))
                .body("detail", containsString(unknown.toString()))
                .body("detail", containsString("What is known here is as of the event of"));
        String past = ofThePast(known, "past", "2009", "10.00").replace(known.toString(), unknown.toString());
        for (ValidatableResponse answer : List.of(
                TestClient.post(
                        "finance-officer", "/v1/movements/batch", "{\"movements\": [%s]}".formatted(row(ofNobody))),
                Scene.past(past))) {
            answer.statusCode(409)
                    .body("code", is("project-unknown"))
                    .body("errors.pointer", contains("/movements/0/projectId"));
        }
    }

    @Test
    void moneyFollowsTheActionOfTheProject() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        UUID other = Scene.allocated(kafka, line, 2010, "200.00");
        UUID project = UUID.randomUUID();
        Scene.projects(kafka)
                .event("eu.isthmus.projects.project.changed.v1", project, 1, """
                {"projectId": "%1$s", "version": 1, "reference": "%1$s", "published": true, "actionId": "%2$s"}
                """.formatted(project, action));
        String known = "/v1/execution?project=" + project;
        TestClient.awaitStatus(known, 200);

        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(other, project, "O-" + project, "10.00", "2010-12-20"))
                .statusCode(409)
                .body("code", is("other-action"))
                .body("errors[0].pointer", is("/actionId"));
        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(action, project, "S-" + project, "10.00", "2010-12-20"))
                .statusCode(201);
    }

    @Test
    void aProjectHasOneCommitmentOfThePast() {
        UUID project = UUID.randomUUID();
        String movement = Scene.past(ofThePast(project, "first", "2009-05-01", "100.00"))
                .statusCode(200)
                .extract()
                .path("movements[0].id");

        Scene.past(ofThePast(project, "second", "2010-05-01", "100.00"))
                .statusCode(409)
                .body("code", is("duplicate-historical"));
        TestClient.post("authorising-officer-c", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Read wrongly", "effectiveOn": "2009-05-01"}
                        """)
                .statusCode(201);
        Scene.past(ofThePast(project, "third", "2010-05-01", "120.00")).statusCode(200);
    }

    @Test
    void aProjectsMoneyIsOfThePastOrKeptHereAndNotBoth() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID kept = UUID.randomUUID();
        Scene.committed(action, kept, "10.00", "2010-12-20");
        Scene.past(ofThePast(kept, "past", "2009-05-01", "100.00"))
                .statusCode(409)
                .body("code", is("other-kind-committed"))
                .body("errors[0].pointer", is("/movements/0/projectId"));
        UUID ofThePast = UUID.randomUUID();
        String movement = Scene.past(ofThePast(ofThePast, "past", "2009-05-01", "100.00"))
                .statusCode(200)
                .extract()
                .path("movements[0].id");
        enter(action, ofThePast, "G-" + ofThePast, "10.00").statusCode(409).body("code", is("other-kind-committed"));
        for (String path : List.of("/v1/commitments", "/v1/movements/batch")) {
            String elsewhere = ofThePast(UUID.randomUUID(), "past", "2009-05-01", "100.00")
                    .replaceFirst("\\{", "{\"kind\": \"HISTORICAL\", ");
            String rows = "{\"movements\": [%s]}".formatted(row(elsewhere));
            TestClient.post("finance-officer", path, path.endsWith("batch") ? rows : elsewhere)
                    .statusCode(400)
                    .body("code", is("past-elsewhere"));
        }
        TestClient.post("authorising-officer-c", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Read wrongly", "effectiveOn": "2009-05-01"}
                        """)
                .statusCode(201);
        enter(action, ofThePast, "G-" + ofThePast, "10.00").statusCode(201);
    }

    @Test
    void whatIsGivenBackOfThePastIsDatedAsFarAsItIsKnown() {
        UUID project = UUID.randomUUID();
        String id = Scene.pastId(ofThePast(project, "past", "2009", "100.00"));
        String back = """
                {"amount": %s, "effectiveOn": "%s", "reason": "Less was spent"}
                """;
        String path = "/v1/commitments/" + id + "/decommit";
        TestClient.post("finance-officer", path, back.formatted(TestClient.euros("10.00"), "2009-05-01"))
                .statusCode(409)
                .body("code", is("before-commitment"))
                .body("detail", containsString("only 2009 is known, so it counts from 2009-12-31"));
        TestClient.post("finance-officer", path, back.formatted(TestClient.euros("10.00"), "2009"))
                .statusCode(200)
                .body("movement.effectiveOn", is("2009"));
        TestClient.post("finance-officer", path, back.formatted(TestClient.euros("10.00"), "2010-02-01"))
                .statusCode(200)
                .body("decommitted.amount", is("20.00"));
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String kept = Scene.committed(action, UUID.randomUUID(), "10.00", "2010-12-20");
        TestClient.post(
                        "finance-officer",
                        "/v1/commitments/" + kept + "/decommit",
                        back.formatted(TestClient.euros("1.00"), "2011"))
                .statusCode(409)
                .body("code", is("day-required"));
    }

    @Test
    void twoRowsOfABatchMakeNoTwoCommitmentsOfThePast() {
        UUID project = UUID.randomUUID();

        Scene.past(
                        ofThePast(project, "first", "2009-05-01", "100.00"),
                        ofThePast(project, "second", "2010-05-01", "100.00"))
                .statusCode(409)
                .body("errors.code", contains("duplicate-historical"))
                .body("errors.pointer", contains("/movements/1/projectId"));
    }

    private static String row(String request) {
        return request.strip().replaceFirst("\\{", "{\"type\": \"COMMIT\", ");
    }

    private static String ofThePast(UUID project, String reference, String on, String amount) {
        return """
                {"projectId": "%1$s", "reference": "%2$s-%1$s", "amount": %3$s,
                 "effectiveOn": "%4$s", "reason": "Known from a document",
                 "source": {"document": "Annual report", "asOf": "2011-12-31"}}
                """.formatted(Scene.known(project), reference, TestClient.euros(amount), on);
    }

    @Test
    void theSameKeyBooksOnceAndADryRunNothing() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();
        String body = Scene.individual(action, project, "K-" + project, "30.00", "2010-12-01");
        String key = UUID.randomUUID().toString();

        TestClient.post("finance-officer", "/v1/commitments?dryRun=true", body)
                .statusCode(201)
                .body("movement.entries[0].balanceAfter", is("170.00"));
        TestClient.as("auditor")
                .get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .then()
                .body("items[0].balance.amount", is("200.00"));
        String first = withKey(key, body).then().statusCode(201).extract().path("id");
        String again = withKey(key, body).then().statusCode(201).extract().path("id");
        withKey(key, body.replace("30.00", "31.00")).then().statusCode(422);

        assertThat(again).isEqualTo(first);
        TestClient.as("auditor")
                .get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .then()
                .body("items[0].balance.amount", is("170.00"));
    }

    @Test
    void moneyNeedsAKeyAndARole() {
        String body = Scene.individual(UUID.randomUUID(), UUID.randomUUID(), "R", "30.00", "2010-12-01");

        TestClient.as("finance-officer")
                .body(body)
                .post("/v1/commitments")
                .then()
                .statusCode(400);
        TestClient.post("programme-officer", "/v1/commitments", body).statusCode(403);
        given().contentType("application/json")
                .body(body)
                .post("/v1/commitments")
                .then()
                .statusCode(401);
    }

    @Test
    void sixtyFourAtOnceOfATenthEachBookExactlyTen() throws Exception {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "1000.00"), 2010, "1000.00");

        List<Callable<Integer>> promises = Collections.nCopies(64, () -> {
            UUID project = UUID.randomUUID();
            return TestClient.post(
                            "finance-officer-b",
                            "/v1/commitments",
                            Scene.individual(action, project, "C-" + project, "100.00", "2010-12-01"))
                    .extract()
                    .statusCode();
        });
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (Future<Integer> promise : threads.invokeAll(promises)) {
                statuses.add(promise.get());
            }
        }

        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(10);
        TestClient.as("auditor")
                .get("/v1/commitments?limit=100&actionId=" + action)
                .then()
                .body("items", hasSize(10));
    }

    @Test
    void thePastIsPromisedWithoutAnAllocation() {
        UUID project = UUID.randomUUID();

        String id = historical(project, "2008")
                .statusCode(200)
                .body("movements[0].historical", is(true))
                .body("movements[0].entries[0].account.kind", is("SOURCE"))
                .extract()
                .path("movements[0].entries[1].account.commitmentId");
        TestClient.get("auditor", "/v1/commitments/" + id)
                .body("historical", is(true))
                .body("budgetLine", is("HISTORICAL"))
                .body("year", is(2008))
                .body("effectiveOn", is("2008"))
                .body("source.document", is("Memo of 18 November 2011"));
        String undated = historical(UUID.randomUUID(), null)
                .statusCode(200)
                .body("movements[0].effectiveOn", nullValue())
                .extract()
                .path("movements[0].entries[1].account.commitmentId");
        TestClient.get("auditor", "/v1/commitments/" + undated)
                .body("effectiveOn", nullValue())
                .body("year", nullValue());
        historical(UUID.randomUUID(), "2009-05").statusCode(200).body("movements[0].effectiveOn", is("2009-05"));
        historical(UUID.randomUUID(), "2020").statusCode(400).body("errors.code", contains("year-kept"));
        historical(UUID.randomUUID(), "2009-13").statusCode(400);
        historical(UUID.randomUUID(), (Scene.THIS_YEAR + 1) + "")
                .statusCode(400)
                .body("errors.code", contains("year-kept"));
        TestClient.post("finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "BALANCE", "amount": %s, "reason": "x"}
                        """.formatted(id, TestClient.euros("1.00")))
                .statusCode(409)
                .body("code", is("commitment-historical"));
    }

    @Test
    void whatIsGivenBackInTimeCanBePromisedAgainAndLaterLapses() {
        String newYear = Scene.NEW_YEAR.toString();
        UUID current = Scene.allocated(kafka, Scene.line(Scene.THIS_YEAR, "500.00"), Scene.THIS_YEAR, "200.00");
        decommit(Scene.committed(current, UUID.randomUUID(), "120.00", newYear), "20.00", newYear)
                .statusCode(200)
                .body("outstanding.amount", is("100.00"))
                .body("movement.entries[1].account.kind", is("ALLOCATION"))
                .body("movement.entries[1].balanceAfter", is("100.00"));

        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String id = Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");
        decommit(id, "20.00", "2010-12-31").statusCode(200).body("movement.entries[1].account.kind", is("LAPSED"));
        decommit(id, "40.00", "2011-01-01")
                .statusCode(200)
                .body("decommitted.amount", is("60.00"))
                .body("movement.entries[1].account.kind", is("LAPSED"));
        decommit(id, "60.01", "2011-01-02").statusCode(409).body("code", is("outstanding-exceeded"));
        decommit(id, "60.00", "2011-01-02").statusCode(200).body("status", is("SETTLED"));
    }

    @Test
    void readingTakesOneStatementAndAListTwoAtMost() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String id = Scene.committed(action, UUID.randomUUID(), "10.00", "2010-12-01");

        assertThat(Statements.during(() -> TestClient.as("auditor").get("/v1/commitments/" + id)))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(Statements.during(
                        () -> TestClient.as("auditor").get("/v1/commitments?total=true&facets=status&year=2010")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aPromiseTakesFewRoundTrips() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();

        String body = Scene.individual(action, project, "S-" + project, "10.00", "2010-12-01");

        List<String> statements =
                Statements.during(() -> TestClient.post("finance-officer-b", "/v1/commitments", body));

        assertThat(statements).hasSizeLessThanOrEqualTo(14);
    }

    private static io.restassured.response.Response withKey(String key, String body) {
        return TestClient.as("finance-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/commitments");
    }

    private static ValidatableResponse decommit(String id, String amount, String on) {
        return TestClient.post(
                "finance-officer", "/v1/commitments/" + id + "/decommit", """
                {"amount": %s, "effectiveOn": "%s", "reason": "Less was spent"}
                """.formatted(TestClient.euros(amount), on));
    }

    @Test
    void whatNoDayIsKnownOfIsUndoneOnNoDay() {
        String movement = historical(UUID.randomUUID(), null).extract().path("movements[0].id");

        TestClient.post("authorising-officer-c", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Read wrongly", "effectiveOn": "2012-05-01"}
                        """)
                .statusCode(201)
                .body("effectiveOn", nullValue());
    }

    private static ValidatableResponse historical(UUID project, @Nullable String on) {
        return Scene.past("""
                {"projectId": "%s", "reference": "H-%s", "amount": %s, %s
                 "reason": "EC contribution as printed",
                 "source": {"document": "Memo of 18 November 2011", "asOf": "2011-11-18"}}
                """.formatted(
                        Scene.known(project),
                        project,
                        TestClient.euros("15000000.00"),
                        on == null ? "" : "\"effectiveOn\": \"%s\",".formatted(on)));
    }

    @Test
    void whatOneArchivistEnteredCountsOnceAnotherOneHasConfirmedIt() {
        UUID project = UUID.randomUUID();
        String past = "{\"movements\": [%s]}".formatted(ofThePast(project, "past", "2009-05-01", "100.00"));
        TestClient.post("finance-officer", "/v1/historical-commitments", past).statusCode(403);
        String id = TestClient.post("archivist-a", "/v1/historical-commitments", past)
                .statusCode(202)
                .body("status", is("REQUESTED"))
                .extract()
                .path("id");
        String request = "/v1/movement-requests/" + id;

        TestClient.get("auditor", "/v1/commitments?projectId=" + project).body("items", hasSize(0));
        TestClient.get(request).statusCode(401);
        TestClient.get("auditor", request + "/movements").body("movements[0].kind", is("HISTORICAL"));
        TestClient.post("archivist-a", request + "/confirm", "{}")
                .statusCode(403)
                .body("code", is("same-person"));
        TestClient.post("authorising-officer", request + "/confirm", "{}")
                .statusCode(403)
                .body("code", is("forbidden"));
        TestClient.post("archivist-b", request + "/confirm", "{}")
                .statusCode(200)
                .body("status", is("CONFIRMED"))
                .body("decidedBy", is("archivist-b"));
        TestClient.get("auditor", "/v1/commitments?projectId=" + project).body("items", hasSize(1));
        TestClient.post("archivist-b", request + "/reject", "{\"reason\": \"Read wrongly\"}")
                .statusCode(409)
                .body("code", is("request-decided"));
    }
}
