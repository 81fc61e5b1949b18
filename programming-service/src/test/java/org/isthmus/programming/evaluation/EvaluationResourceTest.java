package org.isthmus.programming.evaluation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvaluationResourceTest {

    @Test
    void aRecommendationIsAnsweredAndNamesThePrioritiesThatItChanged() {
        Sample sample = Sample.withEnvelope(null, "");
        String reference = "EVAL-" + Sample.code();
        String id = enter(reference, sample.programme(), sample.paper());
        String recommendation = get("/v1/recommendations?evaluation=" + reference + "&answer=none")
                .body("items", hasSize(2))
                .extract()
                .path("items[0].id");

        respond(
                        recommendation,
                        "PARTLY",
                        "2010-06-01",
                        "[{\"strategyPaper\": \"%s\", \"priority\": \"P1\"}]".formatted(sample.paper()))
                .statusCode(200)
                .body("response.answer", is("PARTLY"))
                .header("ETag", is("\"v2\""));

        get("/v1/evaluations/" + id)
                .body("recommendations.find { it.code == 'R1' }.response.changedPriorities[0].priority", is("P1"));
        get("/v1/recommendations?strategyPaper=" + sample.paper()).body("items.id", containsInAnyOrder(recommendation));
        get("/v1/recommendations?evaluation=" + reference + "&facets=answer")
                .body("facets.answer.value", containsInAnyOrder("PARTLY", "none"));
        post("programme-officer", "/v1/strategy-papers", """
                {"reference": "TSP-%s", "programmeCode": "%s", "title": {"en": "Next"},
                 "period": {"start": "2011", "end": "2013"}, "answersRecommendations": ["%s"]}
                """.formatted(
                                Sample.code(), sample.programme(), recommendation))
                .statusCode(201);
    }

    @Test
    void anAnswerIsGivenBeforeItIsRecordedAndARejectionChangesNothing() {
        Sample sample = Sample.withEnvelope(null, "");
        String reference = "EVAL-" + Sample.code();
        enter(reference, sample.programme(), sample.paper());
        String recommendation =
                get("/v1/recommendations?evaluation=" + reference).extract().path("items[0].id");
        String changed = "[{\"strategyPaper\": \"%s\", \"priority\": \"P1\"}]".formatted(sample.paper());

        respond(recommendation, "REJECTED", "2999-01-01", changed)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/date", "/changedPriorities"));
        respond(recommendation, "ACCEPTED", "2010-06-01", changed.replace("P1", "P9"))
                .statusCode(400)
                .body("errors.code", hasItem("priority-unknown"));
        post("authorising-officer", "/v1/recommendations/" + recommendation + "/respond", "{}")
                .statusCode(403);
    }

    @Test
    void aRecommendationHasItsCodeAloneWhateverTheCapitals() {
        Sample sample = Sample.withEnvelope(null, "");
        String body = body("EVAL-" + Sample.code(), sample.programme(), sample.paper());

        post("programme-officer", "/v1/evaluations", body.replace("\"R2\"", "\"r1\""))
                .statusCode(400)
                .body("errors.code", contains("named-twice"));
        post("programme-officer", "/v1/evaluations", body.replace("\"R2\"", "\"None\""))
                .statusCode(400)
                .body("errors.pointer", contains("/recommendations/1/code"));
    }

    @Test
    void anEvaluationIsCorrectedAndWhatIsAnsweredStays() {
        Sample sample = Sample.withEnvelope(null, "");
        String reference = "EVAL-" + Sample.code();
        String id = enter(reference, sample.programme(), sample.paper());
        String answered =
                get("/v1/recommendations?evaluation=" + reference).extract().path("items[0].id");
        String removed =
                get("/v1/recommendations?evaluation=" + reference).extract().path("items[1].id");
        respond(answered, "ACCEPTED", "2010-06-01", "[]").statusCode(200);
        String corrected = body(reference, sample.programme(), sample.paper())
                .replace("\"Evaluation\"", "\"External evaluation\"")
                .replace("R2", "R3");

        put("programme-officer", "/v1/evaluations/" + id, "\"v2\"", corrected)
                .statusCode(200)
                .header("ETag", is("\"v3\""))
                .body("title.en", is("External evaluation"))
                .body("recommendations.code", contains("R1", "R3"))
                .body("recommendations[0].id", is(answered))
                .body("recommendations[0].response.answer", is("ACCEPTED"));

        get("/v1/recommendations?evaluation=" + reference).body("items.code", contains("R1", "R3"));
        get("/v1/recommendations/" + removed).statusCode(404);
        respond(removed, "ACCEPTED", "2010-06-01", "[]").statusCode(404).body("code", is("recommendation-unknown"));
        post("programme-officer", "/v1/strategy-papers", """
                {"reference": "TSP-%s", "programmeCode": "%s", "title": {"en": "Next"},
                 "period": {"start": "2011", "end": "2013"}, "answersRecommendations": ["%s"]}
                """.formatted(Sample.code(), sample.programme(), removed))
                .statusCode(400);
        String added =
                get("/v1/recommendations?evaluation=" + reference).extract().path("items[1].id");
        respond(added, "PARTLY", "2010-06-01", "[]").statusCode(200);
    }

    @Test
    void whatIsAnsweredIsNeitherRemovedNorReworded() {
        Sample sample = Sample.withEnvelope(null, "");
        String reference = "EVAL-" + Sample.code();
        String path = "/v1/evaluations/" + enter(reference, sample.programme(), sample.paper());
        String body = body(reference, sample.programme(), sample.paper());
        String answered =
                get("/v1/recommendations?evaluation=" + reference).extract().path("items[0].id");
        respond(answered, "ACCEPTED", "2010-06-01", "[]").statusCode(200);

        for (String touched :
                new String[] {body.replace("Fewer priorities", "More priorities"), body.replace("R1", "R9")}) {
            put("programme-officer", path, "\"v2\"", touched)
                    .statusCode(409)
                    .body("code", is("recommendation-answered"))
                    .body("errors.detail", contains(startsWith("R1 is answered")));
        }
        put("programme-officer", path, "\"v2\"", body.replace(reference, reference + "-2"))
                .statusCode(409)
                .body("code", is("reference-fixed"));
        put("programme-officer", path, "\"v2\"", body.replace("R2", "R1")).statusCode(400);
        put("programme-officer", path, "\"v2\"", body.replace(sample.programme(), "NONE"))
                .statusCode(400)
                .body("errors.pointer", contains("/programmeCode"));
        put("programme-officer", path, "\"v1\"", body).statusCode(412);
        put("programme-officer", path, "", body).statusCode(428);
        put("finance-officer", path, "\"v2\"", body).statusCode(403);
        put("programme-officer", path, "\"v2\"", body.replace("Count results", "Count all results"))
                .statusCode(200);
    }

    private static String enter(String reference, String programme, String feeds) {
        return post("programme-officer", "/v1/evaluations", body(reference, programme, feeds))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String body(String reference, String programme, String feeds) {
        return """
                {"reference": "%s", "programmeCode": "%s", "title": {"en": "Evaluation"},
                 "covers": {"start": "2007", "end": "2009"}, "feeds": "%s",
                 "recommendations": [{"code": "R1", "text": {"en": "Fewer priorities"}},
                                     {"code": "R2", "text": {"en": "Count results"}}]}
                """.formatted(reference, programme, feeds);
    }

    private static io.restassured.response.ValidatableResponse respond(
            String id, String answer, String date, String changed) {
        return post(
                "programme-officer", "/v1/recommendations/" + id + "/respond", """
                {"answer": "%s", "reason": {"en": "Because"}, "date": "%s", "changedPriorities": %s}
                """.formatted(answer, date, changed));
    }
}
