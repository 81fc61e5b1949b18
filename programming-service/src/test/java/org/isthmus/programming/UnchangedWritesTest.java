package org.isthmus.programming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.patch;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

/** A write that says what is there already is accepted, makes no version and tells nobody. */
@QuarkusTest
class UnchangedWritesTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    MeterRegistry metrics;

    @Test
    void aProgrammeAsItIs() {
        String code = "P-" + Sample.code();
        String body = Sample.programme(code, "");
        String id = created("/v1/programmes", body);

        unchanged("/v1/programmes/" + id, body);
        unchanged("/v1/programmes/" + id, body);
        put("programme-officer", "/v1/programmes/" + id, "\"v1\"", body.replace("Migration and asylum", "Migration"))
                .statusCode(200)
                .header("ETag", is("\"v2\""));

        await().untilAsserted(() -> assertThat(versionsTold(id)).containsExactly("1", "2"));
    }

    @Test
    void aCountryAsItIsThoughItsNamesComeInAnotherOrder() {
        String body = """
                {"code": "ZW", "name": {"fr": "Le Zimbabwe", "en": "Zimbabwe"}, "region": "Southern Africa",
                 "instruments": [{"instrument": "DCI", "from": "2007", "verified": true}]}
                """;
        Sample.region("Southern Africa");
        Sample.region("South Africa");
        String id = created("/v1/countries", body);

        unchanged("/v1/countries/" + id, body);
        unchanged(
                "/v1/countries/" + id,
                body.replace(
                        "\"fr\": \"Le Zimbabwe\", \"en\": \"Zimbabwe\"",
                        "\"en\": \"Zimbabwe\", \"fr\": \"Le Zimbabwe\""));
        put("programme-officer", "/v1/countries/" + id, "\"v1\"", body.replace("Southern", "South"))
                .statusCode(200)
                .header("ETag", is("\"v2\""));

        await().untilAsserted(() -> assertThat(versionsTold(id)).containsExactly("1", "2"));
    }

    @Test
    void aStrategyPaperAsItIsAndTheSameOpinionOnIt() {
        String programme = Sample.withEnvelope(null, "").programme();
        String body = """
                {"reference": "TSP-%s", "programmeCode": "%s", "title": {"en": "Strategy"},
                 "period": {"start": "2011", "end": "2013"},
                 "priorities": [{"code": "P1", "title": {"en": "Routes"}}]}
                """.formatted(Sample.code(), programme);
        String path = "/v1/strategy-papers/" + created("/v1/strategy-papers", body);

        unchanged(path, body);
        sameOpinionTwice(path);
    }

    @Test
    void anIndicativeProgrammeAsItIsAndTheSameOpinionOnIt() {
        String paper = Sample.withEnvelope(null, "").paper();
        String body = """
                {"reference": "MIP-%s", "strategyPaperReference": "%s", "title": {"en": "Indicative"},
                 "period": {"start": "2007", "end": "2010"},
                 "priorities": [{"code": "A", "amount": {"exact": {"amount": "5.00", "currency": "EUR"}}}]}
                """.formatted(Sample.code(), paper);
        String path = "/v1/indicative-programmes/" + created("/v1/indicative-programmes", body);

        unchanged(path, body);
        sameOpinionTwice(path);
    }

    @Test
    void aWorkProgrammeAsItIsAndTheSameOpinionOnIt() {
        Sample.country("MD");
        String reference = "AWP-" + Sample.code();
        String body = Sample.withEnvelope(null, "")
                .workProgramme(reference, 2010, Sample.action(reference + "/1", "2000000.00"));
        String path = "/v1/work-programmes/" + created("/v1/work-programmes", body);

        unchanged(path, body);
        sameOpinionTwice(path);
    }

    @Test
    void theSameAnswerToARecommendation() {
        String programme = Sample.withEnvelope(null, "").programme();
        String evaluation = created("/v1/evaluations", """
                {"reference": "EVAL-%s", "programmeCode": "%s", "title": {"en": "Evaluation"},
                 "recommendations": [{"code": "R1", "text": {"en": "Fewer priorities"}}]}
                """.formatted(Sample.code(), programme));
        String id = get("/v1/evaluations/" + evaluation).extract().path("recommendations[0].id");

        respond(id).statusCode(200).header("ETag", is("\"v2\""));
        respond(id).statusCode(200).header("ETag", is("\"v2\"")).body("response.answer", is("ACCEPTED"));
    }

    @Test
    void theLedgersAnswerToAnActionThatAnAmendmentLeftAlone() {
        String reference = "AWP-" + Sample.code();
        String id = Sample.withEnvelope(null, "").beforeAdoption(reference, 2010, "700.00", "300.00");
        Sample.adopt(id).statusCode(200);
        String action = get("/v1/work-programmes/" + id).extract().path("actions[0].id");

        allocated(action, 1, "700.00");
        allocated(action, 2, "700.00");
        allocated(action, 3, "650.00");

        await().untilAsserted(() -> get("/v1/actions/" + action).body("allocation.amount.amount", is("650.00")));
        Counter givenUp = metrics.find("isthmus.events.given.up")
                .tag("topic", "funding.allocations")
                .counter();
        assertThat(givenUp == null ? 0 : givenUp.count()).isZero();
    }

    private static String created(String path, String body) {
        return post("programme-officer", path, body).statusCode(201).extract().path("id");
    }

    private static void unchanged(String path, String body) {
        put("programme-officer", path, "\"v1\"", body).statusCode(200).header("ETag", is("\"v1\""));
        patch("programme-officer", path, "\"v1\"", "{}").statusCode(200).header("ETag", is("\"v1\""));
        get("programme-officer", path).statusCode(200).header("ETag", is("\"v1\""));
    }

    private static void sameOpinionTwice(String path) {
        post("programme-officer", path + "/submit", "").statusCode(200);
        post("programme-officer", path + "/submit", "").statusCode(200);
        opinion(path).statusCode(200).header("ETag", is("\"v4\""));
        opinion(path).statusCode(200).header("ETag", is("\"v4\"")).body("opinion.opinion", is("NONE"));
        String read = get("programme-officer", path).extract().asString();
        put("programme-officer", path, "\"v4\"", read)
                .statusCode(200)
                .header("ETag", is("\"v4\""))
                .body("opinion.opinion", is("NONE"));
    }

    private static ValidatableResponse opinion(String path) {
        return post("programme-officer", path + "/opinion", "{\"opinion\": \"NONE\", \"date\": \"2010-05-01\"}");
    }

    private static ValidatableResponse respond(String recommendation) {
        return post("programme-officer", "/v1/recommendations/" + recommendation + "/respond", """
                {"answer": "ACCEPTED", "reason": {"en": "Because"}, "date": "2010-06-01"}""");
    }

    private void allocated(String action, int version, String amount) {
        new Deliver(kafka, "funding-allocations", "funding.allocations")
                .event("eu.isthmus.funding.allocation.changed.v1", UUID.fromString(action), version, """
                {"actionId": "%s", "version": %d, "amount": {"amount": "%s", "currency": "EUR"},
                 "movementId": "01932f6e-0000-7000-8000-00000000b001", "movementOn": "2010-12-01"}
                """.formatted(
                                action, version, amount));
    }

    private List<String> versionsTold(String id) {
        return Told.of(kafka, id).stream()
                .map(told -> told.json().path("version").asText())
                .toList();
    }
}
