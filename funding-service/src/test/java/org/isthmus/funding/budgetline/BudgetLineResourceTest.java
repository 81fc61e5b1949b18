package org.isthmus.funding.budgetline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BudgetLineResourceTest {

    private static final String OFFICER = "authorising-officer";

    private final String code = TestClient.unique("B7-667").substring(0, 19);

    private static String line(String code, String title, String from, String to) {
        return """
                {"code": "%s", "title": {"en": "%s"}, "heading": "B7-6", "from": "%s", "to": "%s", "programme": "AENEAS"}
                """.formatted(code, title, from, to);
    }

    @BeforeEach
    void tell() {
        Scene.programme("AENEAS");
    }

    @Test
    void aProgrammeThatNobodyHeardOfIsRefusedWithTheAgeOfOurCopy() {
        String ofNobody = line(code, "Cooperation", "2001", "2003").replace("AENEAS", "NOPE");
        refused(TestClient.post(OFFICER, "/v1/budget-lines", ofNobody));
        String path = "/v1/budget-lines/"
                + TestClient.created(OFFICER, "/v1/budget-lines", line(code, "Cooperation", "2001", "2003"));
        refused(TestClient.put(OFFICER, path, "\"v1\"", ofNobody));
        refused(TestClient.patch(OFFICER, path, "\"v1\"", "{\"programme\": \"NOPE\"}"));
        TestClient.get(path).body("programme", is("AENEAS"));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(400)
                .body("errors.code", contains("programme-unknown"))
                .body("errors.pointer", contains("/programme"))
                .body("errors[0].detail", containsString("'NOPE'"))
                .body("errors[0].detail", containsString("What is known here is as of the event of"));
    }

    @Test
    void aLineIsCorrectedAndItsHistoryStays() {
        String id = TestClient.created(OFFICER, "/v1/budget-lines", line(code, "Cooperation", "2001", "2003"));
        String path = "/v1/budget-lines/" + id;
        TestClient.put(OFFICER, path, "\"v1\"", line(code, "Cooperation on migration", "2001", "2004-06"))
                .statusCode(200)
                .body("title.en", is("Cooperation on migration"))
                .body("to", is("2004-06"));
        TestClient.patch(OFFICER, path, "\"v2\"", "{\"heading\": null}")
                .statusCode(200)
                .body("heading", nullValue());
        TestClient.put(OFFICER, path, "\"v1\"", line(code, "x", "2001", "2003")).statusCode(412);
        TestClient.get(path + "/versions").statusCode(200).body("items", hasSize(3));
        TestClient.get(path + "/versions/1").body("title.en", is("Cooperation")).body("heading", is("B7-6"));
        TestClient.put("programme-officer", path, "\"v3\"", line(code, "x", "2001", "2003"))
                .statusCode(403);
        TestClient.get("/v1/budget-lines?programme=AENEAS&code=" + code)
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void itsCodeIsTheSameWhateverTheBlanksBetweenItsWords() {
        TestClient.created(OFFICER, "/v1/budget-lines", line(code + " 1", "Cooperation", "2001", "2003"));

        TestClient.post(OFFICER, "/v1/budget-lines", line(code + "  1", "Cooperation", "2001", "2003"))
                .statusCode(409)
                .body("code", is("budget-line-exists"));
        Scene.confirmed(OFFICER, TestClient.post(OFFICER, "/v1/appropriations", """
                        {"budgetLine": "%s  1 ", "year": 2001, "kind": "PAYMENT", "effectiveOn": "2001-01-01", "reason": "Budget",
                         "amount": {"amount": "1.00", "currency": "EUR"}}
                        """.formatted(code)))
                .body("movements[0].entries[0].account.budgetLine", is(code + " 1"));
    }

    @Test
    void itsCodeNeverChangesAndItsTimeIsNotReversed() {
        String id = TestClient.created(OFFICER, "/v1/budget-lines", line(code, "Cooperation", "2001", "2003"));
        String path = "/v1/budget-lines/" + id;
        TestClient.put(OFFICER, path, "\"v1\"", line(code + "x", "Cooperation", "2001", "2003"))
                .statusCode(409)
                .body("code", is("code-fixed"));
        TestClient.put(OFFICER, path, "\"v1\"", line(code, "Cooperation", "2004", "2003"))
                .statusCode(400)
                .body("errors[0].pointer", is("/to"));
    }
}
