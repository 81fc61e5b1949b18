package org.isthmus.programming.workprogramme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.isthmus.programming.Sample;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkProgrammeResourceTest {

    private static final String PATH = "/v1/work-programmes/";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void anAdoptionIsToldWithAllThatTheLedgerNeeds() {
        String reference = "AWP-" + Sample.code();
        String id = Sample.withEnvelope(null, "").beforeAdoption(reference, 2010, "2000000.00");
        Sample.adopt(id).statusCode(200);

        await().untilAsserted(() -> assertThat(Told.of(kafka, id))
                .map(Told::payload)
                .singleElement()
                .asString()
                .contains("\"financingDecision\":{\"reference\":\"AAP 2010 part 2\",\"date\":\"2010-11-30\"}")
                .contains("\"amount\":{\"amount\":\"2000000.00\",\"currency\":\"EUR\"}")
                .contains("\"budgetLine\":{\"code\":\"19 02 01\",\"year\":2010}"));
    }

    @Test
    void aDraftGoesThroughTheCommitteeAndIsAdopted() {
        Sample sample = Sample.withEnvelope("5000000.00", "");
        String reference = "AWP-" + Sample.code();
        String id = sample.beforeAdoption(reference, 2010, "2000000.00", "300000.00");

        get(PATH + id).statusCode(404);
        Sample.adopt(id)
                .statusCode(200)
                .header("ETag", is("\"v5\""))
                .body("status", is("ADOPTED"))
                .body("edition", is(1))
                .body("adoption.financingDecision", is("AAP 2010 part 2"))
                .body("adoption.opinion", is("FAVOURABLE"))
                .body("actions[0].allocation.status", is("REQUESTED"))
                .body("total.amount", is("2300000.00"));

        get(PATH + id).statusCode(200).body("reference", is(reference));
        get(PATH + id + "/actions").statusCode(200).body("items.reference", hasItem(reference + "/2"));
        get("/v1/actions?workProgramme=" + reference).body("items", hasSize(2));
    }

    @Test
    void adoptionNamesAllThatIsMissingAtOnce() {
        Sample sample = Sample.withEnvelope("5000000.00", "");
        Sample.country("MD");
        Sample.country("UA");
        String reference = "AWP-" + Sample.code();
        String incomplete = """
                {"reference": "%s/2", "title": {"en": "Other"}, "countries": [
                   {"code": "MD", "share": "50.0000"}, {"code": "UA", "share": "60.0000"}],
                 "strands": [{"code": "asylum-protection"}], "objectives": [{"en": "x"}],
                 "indicativeAmount": {"amount": "4500000.00", "currency": "EUR"}, "mode": "CALL"}
                """.formatted(reference);
        String id = post(
                        "programme-officer",
                        "/v1/work-programmes",
                        sample.workProgramme(
                                reference, 2012, Sample.action(reference + "/1", "2000000.00") + "," + incomplete))
                .statusCode(201)
                .extract()
                .path("id");

        Sample.adopt(id)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", is("work-programme-incomplete"))
                .body(
                        "detail",
                        is("1 action misses what adoption needs, and the total passes the indicative programme"
                                + " by 1 500 000.00 EUR"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/year",
                                "/actions/1/countries",
                                "/actions/1/expectedResults",
                                "/actions/1/budgetLine",
                                "/total",
                                "/status",
                                "/opinion"))
                .body(
                        "errors.find { it.pointer == '/total' }.detail",
                        startsWith("6 500 000.00 EUR asked, 5 000 000.00 EUR left for 2007 to 2010"))
                .body("errors.find { it.pointer == '/actions/1/countries' }.code", is("shares-not-100"));
        get("programme-officer", PATH + id).body("status", equalTo("DRAFT"));
    }

    @Test
    void whatOtherAdoptedProgrammesTakeIsNotLeft() {
        Sample sample = Sample.withEnvelope("5000000.00", "");
        Sample.adopt(sample.beforeAdoption("AWP-" + Sample.code(), 2009, "4000000.00"))
                .statusCode(200);

        String id = sample.beforeAdoption("AWP-" + Sample.code(), 2010, "1000000.01");

        Sample.adopt(id).statusCode(409).body("errors.code", containsInAnyOrder("envelope-exceeded"));
    }

    @Test
    void aStaleVersionIsRefusedAndAMissingOneTold() {
        Sample sample = Sample.withEnvelope("5000000.00", "");
        Sample.country("MD");
        String reference = "AWP-" + Sample.code();
        String body = sample.workProgramme(reference, 2010, Sample.action(reference + "/1", "1000.00"));
        String id =
                post("programme-officer", "/v1/work-programmes", body).extract().path("id");

        put("programme-officer", PATH + id, "\"v1\"", body.replace("1000.00", "2000.00"))
                .statusCode(200)
                .header("ETag", is("\"v2\""))
                .body("actions[0].indicativeAmount.amount", is("2000.00"));
        put("programme-officer", PATH + id, "\"v1\"", body).statusCode(412).body("code", is("stale-version"));
        put("programme-officer", PATH + id, "", body).statusCode(428);
    }
}
