package org.isthmus.programming.policydocument;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PolicyDocumentResourceTest {

    private static final String PATH = "/v1/policy-documents";

    @Test
    void documentsAndProgrammesHangTogether() {
        String programme = Sample.withEnvelope("5000000.00", "").programme();
        String first = "Framework " + Sample.code();
        String second = "COM " + Sample.code();
        enter(first, "").statusCode(201);
        enter(second, """
                , "inOfficialJournal": false, "date": "2006-01", "documents": [{"type": "FOLLOWS_FROM", "reference": "%s"}],
                "programmes": [{"type": "BASED_ON", "programmeCode": "%s"}]""".formatted(first, programme)).statusCode(201);

        get(PATH + "?document=" + first).body("items.reference", contains(second));
        get(PATH + "?relation=BASED_ON&dateFrom=2006-01-01&programme=" + programme)
                .body("items.reference", contains(second))
                .body("items[0].inOfficialJournal", is(false));
        get(PATH + "?document=NOPE&relation=NOPE&programme=NOPE")
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("document", "relation", "programme"));
        enter(first, "").statusCode(409).body("code", is("policy-document-exists"));
    }

    @Test
    void whatItNamesIsKnown() {
        String reference = "COM " + Sample.code();
        enter(reference, """
                , "documents": [{"type": "REPEALS", "reference": "NOPE"}, {"type": "AMENDS", "reference": "%s"}],
                "programmes": [{"type": "BASED_ON", "programmeCode": "NOPE"}]""".formatted(reference))
                .statusCode(400)
                .body(
                        "errors.code",
                        containsInAnyOrder("policy-document-unknown", "relation-to-itself", "programme-unknown"));
    }

    private static ValidatableResponse enter(String reference, String more) {
        return post("programme-officer", PATH, """
                {"reference": "%s", "title": {"en": "x"}%s}""".formatted(reference, more));
    }
}
