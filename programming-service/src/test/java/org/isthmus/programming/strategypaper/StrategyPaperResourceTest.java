package org.isthmus.programming.strategypaper;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StrategyPaperResourceTest {

    private static final String PATH = "/v1/strategy-papers/";

    @Test
    void aPaperIsDraftedHeardAndAdopted() {
        String programme = programme();
        String reference = "TSP-" + Sample.code();
        String id = post("programme-officer", PATH, body(reference, programme, "2011", "2013", "asylum-protection"))
                .statusCode(201)
                .body("status", is("DRAFT"))
                .extract()
                .path("id");

        get(PATH + id).statusCode(404);
        get("/v1/strategy-papers?reference=" + reference + "&total=true")
                .body("items", hasSize(0))
                .body("total", is(0));
        get("auditor", "/v1/strategy-papers?reference=" + reference).body("items", hasSize(1));
        adopt(id).statusCode(409).body("errors.pointer", containsInAnyOrder("/status", "/opinion"));

        post("programme-officer", PATH + id + "/submit", "").statusCode(200).body("status", is("CONSULTATION"));
        post("programme-officer", PATH + id + "/submit", "").statusCode(200).body("status", is("COMMITTEE"));
        opinion(id, "UNFAVOURABLE").statusCode(200);
        adopt(id).statusCode(409).body("errors.code", hasItem("opinion-unfavourable"));
        put("programme-officer", PATH + id, "\"v4\"", body(reference, programme, "2011", "2012", "asylum-protection"))
                .statusCode(200)
                .body("opinion", nullValue());
        opinion(id, "FAVOURABLE").statusCode(200);
        post("programme-officer", PATH + id + "/adopt", decision()).statusCode(403);
        adopt(id).statusCode(200).body("status", is("ADOPTED")).body("adoption.decision", is("C(2010) 9"));

        get(PATH + id).statusCode(200).body("adoption.opinion", is("FAVOURABLE"));
        put("programme-officer", PATH + id, "\"v7\"", body(reference, programme, "2011", "2013", "asylum-protection"))
                .statusCode(409)
                .body("code", is("text-final"));
        post("authorising-officer", PATH + id + "/close", "").statusCode(200).body("status", is("CLOSED"));
    }

    @Test
    void aPaperStaysInsideItsProgramme() {
        String id = post("programme-officer", PATH, body("TSP-" + Sample.code(), programme(), "2005", "2013", ""))
                .statusCode(201)
                .extract()
                .path("id");

        adopt(id).statusCode(409).body("errors.code", hasItem("period-outside-programme"));
        post("programme-officer", PATH + id + "/withdraw", "{\"reason\": \"Not needed\"}")
                .statusCode(200)
                .body("withdrawnBecause", is("Not needed"));
        post("programme-officer", PATH + id + "/submit", "").statusCode(409).body("code", is("status-refused"));
    }

    @Test
    void whatItNamesIsKnown() {
        post("programme-officer", PATH, """
                {"reference": "TSP-%s", "programmeCode": "NONE", "title": {"en": "T"},
                 "period": {"start": "2011", "end": "2013"},
                 "answersRecommendations": ["01932f6e-0000-7000-8000-000000000001"]}
                """.formatted(Sample.code()))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/programmeCode", "/answersRecommendations/0"));
        post("programme-officer", PATH, body("TSP-" + Sample.code(), programme(), "2011", "2013", "nothing"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/priorities/0/strand"));
    }

    @Test
    void aHistoricalPaperIsPublicAndItsUnknownStaysUnknown() {
        Sample sample = Sample.withEnvelope(null, "");

        get("/v1/strategy-papers?reference=" + sample.paper() + "&historical=true")
                .body("items[0].status", is("ADOPTED"))
                .body("items[0].historical", is(true))
                .body("items[0].adoption", nullValue());
        get("/v1/indicative-programmes?reference=" + sample.indicative()).body("items[0].historical", is(true));
    }

    private static io.restassured.response.ValidatableResponse adopt(String id) {
        return post("authorising-officer", PATH + id + "/adopt", decision());
    }

    private static io.restassured.response.ValidatableResponse opinion(String id, String opinion) {
        return post("programme-officer", PATH + id + "/opinion", """
                {"opinion": "%s", "date": "2010-10-10"}""".formatted(opinion));
    }

    private static String decision() {
        return "{\"decision\": \"C(2010) 9\", \"date\": \"2010-12-01\"}";
    }

    private static String programme() {
        String code = "P-" + Sample.code();
        post("programme-officer", "/v1/programmes", Sample.programme(code, "")).statusCode(201);
        return code;
    }

    private static String body(String reference, String programme, String start, String end, String strand) {
        return """
                {"reference": "%s", "programmeCode": "%s", "title": {"en": "Strategy"},
                 "period": {"start": "%s", "end": "%s"}, "sources": [%s],
                 "priorities": [{"code": "P1", "title": {"en": "First"}%s}]}
                """.formatted(
                        reference,
                        programme,
                        start,
                        end,
                        Sample.SOURCE,
                        strand.isEmpty() ? "" : ", \"strand\": \"%s\"".formatted(strand));
    }
}
