package org.isthmus.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

/** Lists of money and what they list show the money of the day that is asked for (A8, R2, R3). */
@QuarkusTest
class MoneyOfADayTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private final UUID project = UUID.randomUUID();

    private static ValidatableResponse get(String path) {
        return TestClient.get("auditor", path).statusCode(200);
    }

    private String commitment() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        return Scene.committed(action, project, "100.00", "2010-12-20");
    }

    private static String decommit(String commitment, String amount, String on) {
        return TestClient.post("finance-officer", "/v1/commitments/" + commitment + "/decommit", """
                        {"amount": %s, "effectiveOn": "%s", "reason": "Less was spent"}
                        """.formatted(
                                TestClient.euros(amount), on))
                .statusCode(200)
                .extract()
                .path("movement.id");
    }

    @Test
    void aCommitmentShowsWhatWasGivenBackByTheDay() {
        String id = commitment();
        String back = decommit(id, "30.00", "2012-05-01");
        TestClient.post("authorising-officer-c", "/v1/movements/" + back + "/reverse", """
                        {"reason": "Entered in error", "effectiveOn": "2013-06-01"}
                        """)
                .statusCode(201);
        decommit(id, "100.00", "2014-01-01");
        for (List<String> day : List.of(
                List.of("2010-12-20", "0.00", "100.00", "OPEN"),
                List.of("2012-05-01", "30.00", "70.00", "OPEN"),
                List.of("2013-06-01", "0.00", "100.00", "OPEN"),
                List.of("2014-01-01", "100.00", "0.00", "SETTLED"))) {
            get("/v1/commitments?projectId=%s&asOf=%s&total=true".formatted(project, day.getFirst()))
                    .body("total", is(1))
                    .body("asOf.meaning", is("EFFECTIVE"))
                    .body("asOf.dateUnknown", is(0))
                    .body("items.decommitted.amount", contains(day.get(1)))
                    .body("items.outstanding.amount", contains(day.get(2)))
                    .body("items.status", contains(day.get(3)));
            get("/v1/commitments/%s?asOf=%s".formatted(id, day.getFirst()))
                    .body("decommitted.amount", is(day.get(1)))
                    .body("status", is(day.get(3)));
            get("/v1/execution?groupBy=year&project=%s&asOf=%s".formatted(project, day.getFirst()))
                    .body("total.decommitted", is(day.get(1)))
                    .body("total.outstanding", is(day.get(2)));
            String csv = get("/v1/commitments?format=csv&projectId=%s&asOf=%s".formatted(project, day.getFirst()))
                    .extract()
                    .asString();
            org.assertj.core.api.Assertions.assertThat(csv)
                    .contains("," + day.get(1) + ",", "," + day.get(2) + ",", day.get(3));
        }
        get("/v1/commitments?projectId=%s&asOf=2010-12-19".formatted(project)).body("items", empty());
        TestClient.get("auditor", "/v1/commitments/%s?asOf=2010-12-19".formatted(id))
                .statusCode(404);
        get("/v1/commitments?projectId=%s&status=SETTLED&asOf=2013-12-31".formatted(project))
                .body("items", empty());
        get("/v1/commitments?projectId=%s".formatted(project)).body("asOf.meaning", is("RECORDED"));
        get("/v1/commitments?recordedAsOf=2020-01-01&projectId=%s".formatted(project))
                .body("items", empty());
    }

    @Test
    void whatHasNoCertainDayIsCountedBesideTheListOfADay() {
        String past = """
                {"projectId": "%1$s", "reference": "%1$s", "amount": %2$s, %3$s
                 "reason": "Read", "source": {"document": "Report", "url": "https://example.org/report"}}
                """;
        String id = Scene.pastId(
                past.formatted(Scene.known(project), TestClient.euros("100.00"), "\"effectiveOn\": \"2009\","));
        UUID undated = Scene.project();
        Scene.pastId(past.formatted(undated, TestClient.euros("40.00"), ""));
        String both = "/v1/commitments?projectId=%s&projectId=%s".formatted(project, undated);
        get(both).body("items.size()", is(2)).body("asOf.dateUnknown", nullValue());
        get(both + "&asOf=2009-06-30&total=true").body("total", is(0)).body("asOf.dateUnknown", is(2));
        get(both + "&asOf=2009-06-30&dateUnknown=true")
                .body("items.committed.amount.sort()", contains("100.00", "40.00"))
                .body("items.dateUnknown", contains(true, true));
        get("/v1/execution?project=%s&project=%s&asOf=2009-06-30".formatted(project, undated))
                .body("total.dateUnknown", is("140.00"))
                .body("total.committed", nullValue());
        get(both + "&asOf=2009-12-31")
                .body("items.reference", contains(project.toString()))
                .body("asOf.dateUnknown", is(1));
        get(both + "&asOf=2008-12-31").body("items", empty()).body("asOf.dateUnknown", is(1));
        get("/v1/commitments/%s?asOf=2009-06-30".formatted(id)).body("dateUnknown", is(true));
        get("/v1/movements?project=%s&project=%s&asOf=2009-06-30".formatted(project, undated))
                .body("items", empty())
                .body("asOf.dateUnknown", is(2));
        get(both + "&dateUnknown=true").body("items.reference", contains(undated.toString()));
        // nobody knows what was paid (A4), nor do others hear of it
        await().until(() -> Told.of(kafka, project).size() == 1);
        JsonNode told = Told.last(kafka, project);
        assertThat(told.path("paymentsUnknown").asBoolean()).isTrue();
        assertThat(told.fieldNames()).toIterable().doesNotContain("paid", "recovered", "outstanding");
        get("/v1/commitments/" + id)
                .body("paid", nullValue())
                .body("outstanding", nullValue())
                .body("recovered", nullValue())
                .body("paymentsUnknown", is(true));
        get("/v1/commitments/" + id + "?asOf=2010-01-01")
                .body("paid", nullValue())
                .body("paymentsUnknown", is(true));
        get(both + "&outstandingFrom=0").body("items", empty());
        String csv =
                get("/v1/commitments?format=csv&projectId=" + project).extract().asString();
        org.assertj.core.api.Assertions.assertThat(csv).contains(",100.00,0.00,,,true,EUR,");
    }

    @Test
    void anAllocationIsThatOfTheDay() {
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        String line = Scene.line(2010, "500.00");
        Scene.adopt(kafka, programme, action, line, 2010, "200.00");
        Scene.awaitAllocation(action, "BOOKED");
        TestClient.post("finance-officer", "/v1/movements/batch", """
                        {"movements": [{"type": "ALLOCATE", "actionId": "%s", "amount": %s, "effectiveOn": "2010-12-10",
                          "reason": "x"}]}
                        """.formatted(action, TestClient.euros("1.00")))
                .statusCode(409);
        String id = get("/v1/allocations?actionId=" + action).extract().path("items[0].id");
        Scene.workProgrammes(kafka)
                .event(
                        Scene.AMENDED,
                        programme,
                        2,
                        Scene.workProgramme(programme, 2, action, line, 2010, "150.00")
                                .replace("\"year\": 2010,", "\"year\": 2010, \"amendedOn\": \"2011-03-01\","));
        TestClient.await("/v1/allocations?actionId=" + action, "items[0].amount.amount", "150.00");
        String list = "/v1/allocations?actionId=" + action + "&asOf=";
        get(list + "2010-11-29").body("items", empty());
        get(list + "2010-11-30")
                .body("items.amount.amount", contains("200.00"))
                .body("items.status", contains("BOOKED"));
        get(list + "2011-02-28").body("items.amount.amount", contains("200.00"));
        get(list + "2011-03-01").body("items.amount.amount", contains("150.00")).body("asOf.meaning", is("EFFECTIVE"));
        get("/v1/allocations/" + id + "?asOf=2010-12-31")
                .body("amount.amount", is("200.00"))
                .body("budgetLine.code", is(line));
        get(list + "2010-12-31&amountFrom=180").body("items.size()", is(1));
        TestClient.get("auditor", "/v1/allocations/" + id + "?asOf=2010-11-29").statusCode(404);
    }

    @Test
    void aPaymentAndAnAppropriationAreThoseOfTheDay() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        String commitment = Scene.committed(action, project, "100.00", "2010-12-20");
        Scene.appropriate(line, 2011, "PAYMENT", "500.00");
        String payment = TestClient.created(
                "finance-officer", "/v1/payments", """
                {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "Interim report"}
                """.formatted(commitment, TestClient.euros("60.00")));
        String today = Scene.today().toString();
        get("/v1/payments?projectId=%s&asOf=%s".formatted(project, today)).body("items.status", contains("REQUESTED"));
        TestClient.post("authorising-officer", "/v1/payments/" + payment + "/authorise", "{}")
                .statusCode(200);
        String movement = TestClient.post("accounting-officer", "/v1/payments/" + payment + "/execute", """
                        {"executedOn": "2011-05-01"}
                        """)
                .statusCode(200)
                .extract()
                .path("movement.id");
        String reversal = TestClient.post("authorising-officer-c", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Returned", "effectiveOn": "2012-01-01"}
                        """)
                .statusCode(201)
                .extract()
                .path("id");
        String list = "/v1/payments?projectId=" + project + "&asOf=";
        get(list + "2011-04-30").body("items", empty());
        get(list + "2011-05-01")
                .body("items.status", contains("EXECUTED"))
                .body("items[0].movementId", is(movement))
                .body("items[0].reversedBy", nullValue())
                .body("items[0].authorisedOn", nullValue());
        get("/v1/payments/" + payment + "?asOf=2012-01-01")
                .body("status", is("REVERSED"))
                .body("reversedBy", is(reversal));
        get("/v1/payments/" + payment).body("reversedBy", is(reversal)).body("requestedBy", notNullValue());
        get("/v1/commitments?projectId=%s&asOf=2011-12-31".formatted(project))
                .body("items.paid.amount", contains("60.00"));
        get("/v1/commitments?projectId=%s&asOf=2012-01-01".formatted(project))
                .body("items.paid.amount", contains("0.00"));

        String appropriation = get("/v1/appropriations?budgetLine=%s&year=2011".formatted(line))
                .extract()
                .path("items[0].id");
        String booked = get("/v1/appropriations/" + appropriation).extract().path("movementId");
        String undone = TestClient.post("authorising-officer-c", "/v1/movements/" + booked + "/reverse", """
                        {"reason": "Entered twice", "effectiveOn": "2013-01-01"}
                        """)
                .statusCode(201)
                .extract()
                .path("id");
        String years = "/v1/appropriations?budgetLine=%s&year=2011&asOf=".formatted(line);
        get(years + "2012-12-31").body("items.status", contains("BOOKED")).body("items[0].reversedBy", nullValue());
        get(years + "2013-01-01").body("items.status", contains("REVERSED")).body("items[0].reversedBy", is(undone));
        get(years + "2012-12-31&status=REVERSED").body("items", empty());
    }
}
