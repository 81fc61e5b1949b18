package org.isthmus.programming;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** What is wrong with the form of a request is told together with what is wrong with its meaning, also within lists (B7). */
@QuarkusTest
class FaultsAtOnceTest {

    private final String nothing = UUID.randomUUID().toString();

    @Test
    void ofAProgrammeAndARegion() {
        faults("programme-officer", "/v1/programmes", """
                        {"code": "P-%s", "title": {"en": "x"}, "period": {"start": 7, "end": "2013"}, "predecessorCode": "NOPE",
                         "strands": [
                           {"number": 1, "code": "a", "title": {"en": 5}, "measures": [{"code": "1.1", "text": {"en": "x"}}]},
                           {"number": 2, "code": "b", "title": {"en": "B"}, "measures": [
                              {"code": "2.1", "text": {"en": "x"}, "colour": "red"},
                              {"code": "2.2", "text": {"en": "x"}, "classifications": [{"scheme": "GA", "code": "no-term"}]}]}]}
                        """.formatted(nothing.substring(0, 8)))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/period/start",
                                "/predecessorCode",
                                "/strands/0/title/en",
                                "/strands/1/measures/0/colour",
                                "/strands/1/measures/1/classifications/0/code"));
        faults("programme-officer", "/v1/regions", """
                        {"code": "R %s", "parentCode": "Nowhere", "from": "2010", "to": "2009"}
                        """.formatted(nothing.substring(0, 8)))
                .body("errors.pointer", containsInAnyOrder("/title", "/parentCode", "/to"));
    }

    @Test
    void ofAnAmendmentAndAnAnswer() {
        Sample.country("MD");
        faults("authorising-officer", "/v1/work-programmes/%s/amend".formatted(nothing), """
                        {"actions": [%s, %s]}
                        """.formatted(
                                Sample.action("A1", "10.00").replace("\"MD\"", "\"EL\""),
                                Sample.action("A1", "10.00").replace("DIRECT_AWARD", "GIFT")))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/reason", "/actions/0/countries/0/code", "/actions/1/mode", "/actions/1/reference"))
                .body("errors.detail", hasItem("There is no country 'EL', you may mean GR."));
        faults("programme-officer", "/v1/recommendations/%s/respond".formatted(nothing), """
                        {"answer": "PERHAPS", "reason": {"en": "x"}, "date": "2010-01-01",
                         "changedPriorities": [{"strategyPaper": "NOPE", "priority": "P1"}, {"strategyPaper": "NOPE"}]}
                        """)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/answer", "/changedPriorities/0", "/changedPriorities/1/priority"));
    }

    private static ValidatableResponse faults(String role, String path, String body) {
        return TestClient.post(role, path, body).statusCode(400);
    }
}
