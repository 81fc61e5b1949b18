package org.isthmus.programming;

import static org.isthmus.testing.TestClient.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme with its strategy paper and indicative programme, all of it new, so that tests don't meet. */
public record Sample(String programme, String paper, String indicative) {

    public static final String SOURCE = """
            {"document": "Memo of 18 November 2011", "asOf": "2011-11-18"}""";

    public static String code() {
        return UUID.randomUUID().toString().substring(24);
    }

    /** The envelope of 2007 to 2010 in euros, or null where it is not known. */
    public static Sample withEnvelope(@Nullable String envelope, String priorities) {
        String code = code();
        Sample sample = new Sample("PROG-" + code, "TSP-" + code, "MIP-" + code);
        post("programme-officer", "/v1/programmes", programme(sample.programme, ""))
                .statusCode(201);
        post("programme-officer", "/v1/strategy-papers", """
                {"reference": "%s", "programmeCode": "%s", "title": {"en": "Strategy 2007-2010"},
                 "period": {"start": "2007", "end": "2010"},
                 "priorities": [{"code": "P1", "title": {"en": "Routes"}, "strand": "migration-development"}],
                 "sources": [%s], "historical": {"status": "ADOPTED", "source": %s}}
                """.formatted(sample.paper, sample.programme, SOURCE, SOURCE))
                .statusCode(201);
        String figure = envelope == null ? "" : """
                {"label": "Envelope 2007-2010", "period": {"start": "2007", "end": "2010"}, "current": true,
                 "amount": {"amount": "%s", "currency": "EUR"}, "source": %s}
                """.formatted(envelope, SOURCE);
        post("programme-officer", "/v1/indicative-programmes", """
                {"reference": "%s", "strategyPaperReference": "%s", "title": {"en": "Indicative programme 2007-2010"},
                 "period": {"start": "2007", "end": "2010"}, "priorities": [%s], "envelopes": [%s],
                 "sources": [%s], "historical": {"status": "ADOPTED", "source": %s}}
                """.formatted(
                                sample.indicative, sample.paper, priorities, figure, SOURCE, SOURCE))
                .statusCode(201);
        return sample;
    }

    public static String programme(String code, String more) {
        return """
                {"code": "%s", "title": {"en": "Migration and asylum"}, "period": {"start": "2007", "end": "2013"},
                 "strands": [
                   {"number": 1, "code": "migration-development", "title": {"en": "Migration and development"},
                    "measures": [{"code": "1.1", "text": {"en": "Mitigate brain drain"}}]},
                   {"number": 2, "code": "asylum-protection", "title": {"en": "Asylum"},
                    "measures": [{"code": "2.1", "text": {"en": "Reception conditions"}}]}]
                 %s}
                """.formatted(code, more);
    }

    /** Makes sure that there is a region of that code. */
    public static void region(String code) {
        post("programme-officer", "/v1/regions", """
                {"code": "%s", "title": {"en": "Region %s"}}""".formatted(code, code));
    }

    /** Makes sure that there is a country of that code. */
    public static void country(String code) {
        region("ENPI East");
        post("programme-officer", "/v1/countries", """
                {"code": "%s", "name": {"en": "Country %s"}, "region": "ENPI East",
                 "instruments": [{"instrument": "ENPI", "from": "2007", "verified": true}]}
                """.formatted(code, code));
    }

    public static String action(String reference, String amount) {
        return """
                {"reference": "%s", "title": {"en": "Mobility of health professionals"},
                 "countries": [{"code": "MD", "share": "100.0000"}], "regions": ["East"],
                 "strands": [{"code": "migration-development", "share": "100.0000"}],
                 "objectives": [{"en": "Fewer leave"}], "expectedResults": [{"en": "A register"}],
                 "indicativeAmount": {"amount": "%s", "currency": "EUR"}, "mode": "DIRECT_AWARD",
                 "budgetLine": {"code": "19 02 01", "year": 2010}}
                """.formatted(reference, amount);
    }

    public String workProgramme(String reference, int year, String actions) {
        return """
                {"reference": "%s", "indicativeProgrammeReference": "%s", "year": %d, "title": {"en": "Annual programme"},
                 "actions": [%s], "sources": []}
                """.formatted(reference, indicative, year, actions);
    }

    /** A work programme with one action per amount, drafted and before the committee, which is in favour; its id. */
    public String beforeAdoption(String reference, int year, String... amounts) {
        StringBuilder actions = new StringBuilder();
        for (int i = 0; i < amounts.length; i++) {
            actions.append(i == 0 ? "" : ",").append(action(reference + "/" + (i + 1), amounts[i]));
        }
        country("MD");
        String id = post("programme-officer", "/v1/work-programmes", workProgramme(reference, year, actions.toString()))
                .statusCode(201)
                .extract()
                .path("id");
        toOpinion(id, "FAVOURABLE");
        return id;
    }

    public static void toOpinion(String id, String opinion) {
        post("programme-officer", "/v1/work-programmes/" + id + "/submit", "").statusCode(200);
        post("programme-officer", "/v1/work-programmes/" + id + "/submit", "").statusCode(200);
        post("programme-officer", "/v1/work-programmes/" + id + "/opinion", """
                {"opinion": "%s", "date": "2010-11-20"}""".formatted(opinion))
                .statusCode(200);
    }

    public static io.restassured.response.ValidatableResponse adopt(String id) {
        return post("authorising-officer", "/v1/work-programmes/" + id + "/adopt", """
                {"financingDecision": "AAP 2010 part 2", "date": "2010-11-30"}""");
    }
}
