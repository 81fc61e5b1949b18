package org.isthmus.programming.indicativeprogramme;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.euros;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IndicativeProgrammeResourceTest {

    private static final String PATH = "/v1/indicative-programmes/";

    @Test
    void prioritiesStayWithinTheEnvelope() {
        String priorities =
                priority("AFRICA", "\"region\": \"Africa\"", "{\"exact\": %s}".formatted(euros("70000000.00")))
                        + ","
                        + priority(
                                "LATIN-AMERICA",
                                "\"region\": \"Latin America\"",
                                "{\"minimum\": %s}".formatted(euros("16000000.00")));
        String id = draft("85999999.99", priorities);
        toCommittee(id);

        adopt(id)
                .statusCode(409)
                .body("code", is("indicative-programme-incomplete"))
                .body("errors.code", containsInAnyOrder("envelope-exceeded"));
    }

    @Test
    void breakdownsByStrandAndByRegionAreOfTheSameMoney() {
        String priorities = priority("AFRICA", "\"region\": \"Africa\"", "{\"exact\": %s}".formatted(euros("70.00")))
                + ","
                + priority(
                        "MD",
                        "\"strand\": \"migration-development\"",
                        "{\"range\": {\"from\": %s, \"to\": %s}}".formatted(euros("70.00"), euros("90.00")));
        String id = draft("100.00", priorities);
        toCommittee(id);

        adopt(id).statusCode(200).body("status", is("ADOPTED")).body("adoption.decision", is("C(2007) 1"));
        get(PATH + id).statusCode(200).body("priorities[1].amount.range.to.amount", is("90.00"));
    }

    @Test
    void anEnvelopeHoldsHoweverItsPeriodIsWritten() {
        String priorities = priority("AFRICA", "\"region\": \"Africa\"", "{\"exact\": %s}".formatted(euros("70.00")));
        String id = post(
                        "programme-officer",
                        "/v1/indicative-programmes",
                        body("69.99", priorities)
                                .replace(
                                        "\"label\": \"E\", \"period\": {\"start\": \"2007\", \"end\": \"2010\"}",
                                        "\"label\": \"E\", \"period\": {\"start\": \"2007-01-01\", \"end\": \"2010-12-31\"}"))
                .statusCode(201)
                .extract()
                .path("id");
        toCommittee(id);

        adopt(id).statusCode(409).body("errors.code", containsInAnyOrder("envelope-exceeded"));
    }

    @Test
    void theAmountsOfYearsAreInTheCurrencyOfTheirPriorityAndNotNegative() {
        String negative = """
                {"code": "A", "amount": {"exact": %s}, "perYear": [
                  {"year": 2008, "amount": %s}, {"year": 2009, "amount": %s}]}
                """.formatted(euros("100.00"), euros("200.00"), euros("-100.00"));
        create("1000.00", negative)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/priorities/0/perYear/1/amount"))
                .body("errors.code", containsInAnyOrder("not-positive"));

        String foreign = negative.replace(euros("200.00"), euros("100.00"))
                .replace(euros("-100.00"), "{\"amount\": \"7.00\", \"currency\": \"USD\"}");
        create("1000.00", foreign)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/priorities/0/perYear/1/amount"))
                .body("errors.code", containsInAnyOrder("currency-differs"));
    }

    @Test
    void yearsAddUpAndLieInThePeriodAndAnAmountIsOneOfThree() {
        String years = """
                {"code": "A", "amount": {"exact": %s}, "perYear": [
                  {"year": 2008, "amount": %s}, {"year": 2011, "amount": %s}]}
                """.formatted(euros("100.00"), euros("60.00"), euros("30.00"));
        create("1000.00", years)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/priorities/0/perYear", "/priorities/0/perYear/1/year"));

        String both = "{\"code\": \"A\", \"amount\": {\"exact\": %1$s, \"minimum\": %1$s}}".formatted(euros("1.00"));
        create("1000.00", both).statusCode(400).body("errors.pointer", hasItem("/priorities/0/amount"));
    }

    private static io.restassured.response.ValidatableResponse create(String envelope, String priorities) {
        return post("programme-officer", "/v1/indicative-programmes", body(envelope, priorities));
    }

    private static String body(String envelope, String priorities) {
        Sample sample = Sample.withEnvelope(null, "");
        return """
                {"reference": "MIP-%s", "strategyPaperReference": "%s", "title": {"en": "Indicative"},
                 "period": {"start": "2007", "end": "2010"}, "priorities": [%s],
                 "envelopes": [{"label": "E", "period": {"start": "2007", "end": "2010"}, "current": true,
                                "amount": %s, "source": %s}]}
                """.formatted(Sample.code(), sample.paper(), priorities, euros(envelope), Sample.SOURCE);
    }

    private static String draft(String envelope, String priorities) {
        return create(envelope, priorities).statusCode(201).extract().path("id");
    }

    private static void toCommittee(String id) {
        post("programme-officer", PATH + id + "/submit", "").statusCode(200);
        post("programme-officer", PATH + id + "/submit", "").statusCode(200);
        post("programme-officer", PATH + id + "/opinion", "{\"opinion\": \"NONE\", \"date\": \"2007-05-01\"}")
                .statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse adopt(String id) {
        return post(
                "authorising-officer", PATH + id + "/adopt", "{\"decision\": \"C(2007) 1\", \"date\": \"2007-06-01\"}");
    }

    private static String priority(String code, String where, String amount) {
        return "{\"code\": \"%s\", %s, \"amount\": %s}".formatted(code, where, amount);
    }
}
