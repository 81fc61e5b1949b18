package org.isthmus.projects.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.unique;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.isthmus.projects.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner may write: what it tells of the projects that it leads. */
@QuarkusTest
class PartnerEditTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    AgroalDataSource database;

    private final String lead = unique("lead");
    private final String helper = unique("helper");
    private final String reference = unique("led");
    private String leadId = "";

    @BeforeEach
    void learn() {
        World.learn(kafka);
        leadId = organisation(lead);
        organisation(helper);
    }

    @Test
    void whoMayChangeAHiddenProject() {
        String id = led("");

        put(given().contentType(ContentType.JSON), id, "").statusCode(401);
        put(as("auditor"), id, "").statusCode(403);
        put(as("assessor"), id, "").statusCode(403);
        put(partner(unique("stranger")), id, "").statusCode(404).body("code", is("project-unknown"));
        put(partner(""), id, "").statusCode(404);
        put(as("partner"), id, "").statusCode(404);
        put(partner(helper), id, "").statusCode(403).body("code", is("not-the-lead"));
        put(partner(lead), id, "").statusCode(200);
        put(partner(leadId), id, "").statusCode(200);
        put(officer(), id, "").statusCode(200);
    }

    @Test
    void aPatchIsHeldToTheSameRules() {
        String id = led("");

        patch(partner(unique("stranger")), id, "{\"title\": 1}").statusCode(404);
        patch(partner(lead), id, "{\"call\": \"Other\"}").statusCode(403).body("code", is("officers-only"));
        patch(partner(lead), id, "{\"title\": {\"fr\": \"Titre\"}}")
                .statusCode(200)
                .body("title.fr", is("Titre"))
                .body("reference", is(reference));
    }

    @Test
    void anAnswerIsNotRepeatedOnceItsThingIsHidden() {
        String id = led("");
        String key = unique("key");
        String before = "{\"title\": {\"en\": \"As its lead tells it\"}}";
        patch(partner(lead).header("Idempotency-Key", key), id, before).statusCode(200);
        patch(partner(lead).header("Idempotency-Key", key), id, before)
                .statusCode(200)
                .header("Idempotency-Replayed", "true");

        patch(officer(), id, "{\"organisations\": []}").statusCode(200);

        partner(lead).get("/v1/projects/" + id).then().statusCode(404);
        patch(partner(lead).header("Idempotency-Key", key), id, before)
                .statusCode(404)
                .body("code", is("project-unknown"));
    }

    @Test
    void whoMayChangeAPublicProject() {
        String id = led("");
        publish(id);

        put(given().contentType(ContentType.JSON), id, "").statusCode(401);
        put(as("finance-officer"), id, "").statusCode(403).body("code", is("forbidden"));
        put(partner(unique("stranger")), id, "").statusCode(403).body("code", is("not-the-lead"));
        put(partner(lead), id, "").statusCode(202); // an officer reads it first
        put(officer(), id, "").statusCode(200);
    }

    @Test
    void aPartnerTellsWhatItsProjectIsAbout() throws SQLException {
        String id = led("");

        put(partner(lead), id, """
                        , "summary": {"en": "Short"}, "objectives": [{"en": "Better lives"}], "regions": ["EU"],
                        "results": [{"kind": "ACHIEVED", "text": {"en": "Twelve courses"}}],
                        "documents": [{"title": "Report", "url": "https://example.org/r"}],
                        "crossCutting": {"issues": [{"en": "Gender"}]},
                        "period": {"figures": [{"start": "2011-03", "kind": "ACTUAL", "current": true,
                            "source": {"document": "Interim report"}}]}
                        """)
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("title.en", is("As its lead tells it"))
                .body("summary.en", is("Short"))
                .body("objectives[0].en", is("Better lives"))
                .body("regions", hasItem("EU"))
                .body("results[0].text.en", is("Twelve courses"))
                .body("documents[0].title", is("Report"))
                .body("crossCutting.issues[0].en", is("Gender"))
                .body("period.start", is("2011-03"));
        assertThat(writesBy("somebody", "/v1/projects/" + id)).isOne();
    }

    @Test
    void allThatOfficersKeepIsNamedAtOnce() {
        String id = led("");
        String amounts = "{\"figures\": [{\"amount\": {\"amount\": \"9.00\", \"currency\": \"EUR\"},"
                + " \"source\": {\"document\": \"M\"}, \"current\": true}]}";
        String body = """
                {"reference": "another", "title": {"en": "x"}, "programmeCode": "THEMATIC-MIGR", "actionId": "%s",
                 "call": "C", "contribution": %s, "totalCost": %s, "strands": [{"code": "asylum-protection"}],
                 "countries": [{"code": "MD", "role": "PILOT"}], "scope": "GLOBAL",
                 "organisations": [{"organisationReference": "%s", "role": "LEAD"}], "coFinanciers": [{"name": "X"}],
                 "subProjects": {"reported": 2}, "pilotCountries": {"count": 1}, "sources": [{"document": "M"}],
                 "historicalStatus": {"status": "CLOSED", "reason": "Long ago"}}
                """.formatted(World.ACTION, amounts, amounts, lead);

        partner(lead)
                .header("If-Match", "*")
                .body(body)
                .put("/v1/projects/" + id)
                .then()
                .statusCode(403)
                .body("code", is("officers-only"))
                .body("errors.code", everyItem(is("officers-only")))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/reference",
                                "/programmeCode",
                                "/actionId",
                                "/call",
                                "/contribution",
                                "/totalCost",
                                "/strands",
                                "/countries",
                                "/scope",
                                "/organisations",
                                "/coFinanciers",
                                "/subProjects",
                                "/pilotCountries",
                                "/sources",
                                "/historicalStatus"));
        officer().get("/v1/projects/" + id).then().body("version", is(1));
    }

    @Test
    void aPartnerLearnsOfNoOrganisationByNamingIt() {
        String id = led("");
        String hidden = unique("hidden");
        organisation(hidden);

        for (String named : new String[] {hidden, unique("nobody")}) {
            partner(lead)
                    .header("If-Match", "*")
                    .body("""
                            {"reference": "%s", "title": {"en": "x"},
                             "organisations": [{"organisationReference": "%s", "role": "LEAD"}]}
                            """.formatted(reference, named))
                    .put("/v1/projects/" + id)
                    .then()
                    .statusCode(403)
                    .body("code", is("officers-only"))
                    .body("errors.pointer", containsInAnyOrder("/organisations"));
        }
    }

    @ParameterizedTest
    @CsvSource({"IMPLEMENTATION, 200", "FINALISATION, 200", "SUSPENDED, 200", "CLOSED, 409", "CANCELLED, 409"})
    void aPartnerTellsOfItsProjectUntilItEnds(String status, int answer) {
        String past = ", \"sources\": [{\"document\": \"Memo\"}], \"historicalStatus\":"
                + " {\"status\": \"%s\", \"reason\": \"By the memo\"}".formatted(status);
        String id = led(past);

        ValidatableResponse told = put(partner(lead), id, past).statusCode(answer);

        told.body("code", is(answer == 409 ? "project-ended" : null));
        put(officer(), id, past).statusCode(200);
    }

    private int writesBy(String caller, String path) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from audit where caller = ? and path = ? and method = 'PUT' and status = 200")) {
            count.setString(1, caller);
            count.setString(2, path);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    private String led(String more) {
        return project(reference, parties() + more);
    }

    private ValidatableResponse put(RequestSpecification caller, String id, String more) {
        return caller.header("If-Match", "*")
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"As its lead tells it\"}, %s%s}"
                        .formatted(reference, parties(), more))
                .put("/v1/projects/" + id)
                .then();
    }

    private static ValidatableResponse patch(RequestSpecification as, String id, String body) {
        return as.header("If-Match", "*")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch("/v1/projects/" + id)
                .then();
    }

    private String parties() {
        return """
                "organisations": [{"organisationReference": "%s", "role": "LEAD"},
                    {"organisationReference": "%s", "role": "PARTNER"}]""".formatted(lead, helper);
    }
}
