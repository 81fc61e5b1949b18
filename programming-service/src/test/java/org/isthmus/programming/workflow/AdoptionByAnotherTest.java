package org.isthmus.programming.workflow;

import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.postAs;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.isthmus.programming.Sample;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who drafted a document, sent it on or recorded the opinion does not adopt it, nor amend what it adopted (R19). */
@QuarkusTest
class AdoptionByAnotherTest {

    private static final String DECISION = "{\"decision\": \"C(2010) 9\", \"date\": \"2010-12-01\"}";
    private static final String FINANCING = "{\"financingDecision\": \"AAP 2010 part 2\", \"date\": \"2010-11-30\"}";

    private static final Map<String, String> STEPS =
            Map.of("submit", "", "opinion", "{\"opinion\": \"FAVOURABLE\", \"date\": \"2010-10-10\"}");

    @ParameterizedTest
    @ValueSource(strings = {"create", "submit", "opinion"})
    void aStrategyPaper(String step) {
        String programme = "P-" + Sample.code();
        post("programme-officer", "/v1/programmes", Sample.programme(programme, ""))
                .statusCode(201);
        adoptedByAnother(step, "/v1/strategy-papers", """
                {"reference": "TSP-%s", "programmeCode": "%s", "title": {"en": "Strategy"},
                 "period": {"start": "2011", "end": "2013"}, "sources": [],
                 "priorities": [{"code": "P1", "title": {"en": "First"}}]}
                """.formatted(Sample.code(), programme), DECISION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "submit", "opinion"})
    void anIndicativeProgramme(String step) {
        Sample sample = Sample.withEnvelope(null, "");
        adoptedByAnother(
                step,
                "/v1/indicative-programmes",
                """
                {"reference": "MIP-%s", "strategyPaperReference": "%s", "title": {"en": "Indicative"},
                 "period": {"start": "2007", "end": "2010"},
                 "priorities": [{"code": "P1", "region": "Africa", "amount": {"exact": %s}}],
                 "envelopes": [{"label": "E", "period": {"start": "2007", "end": "2010"}, "current": true,
                                "amount": %s, "source": %s}]}
                """.formatted(
                                Sample.code(),
                                sample.paper(),
                                TestClient.euros("10.00"),
                                TestClient.euros("10.00"),
                                Sample.SOURCE),
                DECISION);
    }

    @Test
    void aWorkProgrammeAndItsAmendment() {
        String reference = "AWP-" + Sample.code();
        String id = Sample.withEnvelope("5000000.00", "").beforeAdoption(reference, 2010, "2000000.00");
        String path = "/v1/work-programmes/" + id;

        postAs("programme-officer", "authorising-officer", path + "/adopt", FINANCING)
                .statusCode(403)
                .body("code", is("same-person"));
        Sample.adopt(id).statusCode(200);
        String amendment = "{\"reason\": \"More partners\", \"actions\": [%s]}"
                .formatted(Sample.action(reference + "/1", "2000001.00"));
        for (String person : new String[] {"programme-officer", "authorising-officer"}) {
            postAs(person, "authorising-officer", path + "/amend", amendment)
                    .statusCode(403)
                    .body("code", is("same-person"));
        }
        post("authorising-officer-b", path + "/amend", amendment).statusCode(200);
    }

    /** @param ofTheSame the step that the same person took who then tries to adopt; others took the other ones */
    private static void adoptedByAnother(String ofTheSame, String list, String draft, String decision) {
        String id = postAs(person("create", ofTheSame), "programme-officer", list, draft)
                .statusCode(201)
                .extract()
                .path("id");
        for (String step : new String[] {"submit", "submit", "opinion"}) {
            postAs(
                            person(step, ofTheSame),
                            "programme-officer",
                            "%s/%s/%s".formatted(list, id, step),
                            STEPS.getOrDefault(step, ""))
                    .statusCode(200);
        }
        String adopt = "%s/%s/adopt".formatted(list, id);
        postAs("ann", "authorising-officer", adopt, decision).statusCode(403).body("code", is("same-person"));
        postAs("bob", "authorising-officer", adopt, decision).statusCode(200);
    }

    private static String person(String step, String ofTheSame) {
        return step.equals(ofTheSame) ? "ann" : "carl";
    }
}
