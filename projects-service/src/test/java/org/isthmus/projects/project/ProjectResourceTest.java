package org.isthmus.projects.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.projects.World;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void aProjectIsEnteredAndReadBack() {
        String reference = unique("new");

        String location = officer()
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"New\"}, \"programmeCode\": \"THEMATIC-MIGR\"}"
                        .formatted(reference))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("status", is("PIPELINE"))
                .body("published", is(false))
                .body("programme.id", is(World.PROGRAMME.toString()))
                .extract()
                .header("Location");

        officer()
                .get(location.substring(location.indexOf("/v1/")))
                .then()
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .header("Last-Modified", notNullValue())
                .body("reference", is(reference));
        officer()
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"New\"}}".formatted(reference))
                .post("/v1/projects")
                .then()
                .statusCode(409)
                .body("code", is("project-exists"));
    }

    @Test
    void allThatIsWrongWithTheFormIsNamedAtOnce() {
        officer()
                .body("""
                        {"title": {}, "strands": [{"code": "x", "share": "12.34567"}], "countries": [{"code": "moldova"}],
                         "contribution": {"figures": [{"amount": {"amount": 1.5, "currency": "EUR"}, "current": true}]},
                         "period": {"start": "soon"}, "colour": "red"}
                        """)
                .post("/v1/projects")
                .then()
                .statusCode(400)
                .body("code", is("invalid-request"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/reference",
                                "/title",
                                "/strands/0/share",
                                "/countries/0/code",
                                "/countries/0/role",
                                "/contribution/figures/0/amount",
                                "/contribution/figures/0/source",
                                "/period/start",
                                "/colour"));
    }

    @Test
    void whatIsWrongWithTheMatterIsToldWithWhatIsWrongWithTheForm() {
        officer()
                .body("""
                        {"reference": "%s", "title": {}, "programmeCode": "NOWHERE", "colour": 1,
                         "strands": [{"code": "diplomacy"}], "countries": [{"code": 7, "role": "PILOT"}],
                         "organisations": [{"organisationReference": "NOBODY", "role": "LEAD"}]}
                        """.formatted(unique("both")))
                .post("/v1/projects")
                .then()
                .statusCode(400)
                .body("code", is("invalid-request"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/title",
                                "/colour",
                                "/countries/0/code",
                                "/programmeCode",
                                "/strands/0/code",
                                "/organisations/0"));
    }

    /** One that is wrong does not hide what is wrong with the others of its list. */
    @Test
    void whatIsWrongWithOneOfAListIsToldWithWhatIsWrongWithTheOthers() {
        officer()
                .body("""
                        {"reference": "%s", "title": {"en": "New"},
                         "countries": [{"code": 7}, {"code": "EL"}, {"code": "MD", "share": "x"}, {"code": "XX"}],
                         "organisations": [{"organisationReference": "NOPE", "role": "LEAD"},
                                           {"organisationReference": "NONE", "role": "BOSS"}],
                         "contribution": {"figures": [{"amount": {"amount": 5, "currency": "EUR"}}]}}
                        """.formatted(unique("lists")))
                .post("/v1/projects")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/countries/0/code",
                                "/countries/1/code",
                                "/countries/2/share",
                                "/countries/3/code",
                                "/organisations/0",
                                "/organisations/1/role",
                                "/contribution/figures/0/amount"));
    }

    @Test
    void allThatIsWrongWithTheMatterIsNamedAtOnce() {
        officer()
                .body("""
                        {"reference": "%s", "title": {"en": "Wrong"}, "programmeCode": "NOWHERE", "actionId": "%s",
                         "strands": [{"code": "economic-migration", "share": "70"}, {"code": "diplomacy", "share": "40"}],
                         "countries": [{"code": "ZZ", "role": "PILOT"}], "period": {"start": "2010", "end": "2009"},
                         "organisations": [{"organisationReference": "NOBODY", "role": "LEAD"}]}
                        """.formatted(unique("wrong"), UUID.randomUUID()))
                .post("/v1/projects")
                .then()
                .statusCode(400)
                .body("code", is("project-invalid"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "programme-unknown",
                                "action-unknown",
                                "strand-unknown",
                                "shares-not-100",
                                "country-unknown",
                                "period-reversed",
                                "organisation-unknown"))
                .body("errors.pointer", hasItems("/strands/1/code", "/countries/0/code", "/organisations/0"));
    }

    @Test
    void whatNoSourceSaysIsUnknownAndWhatWeReadOutOfThemIsMarked() {
        String reference = unique("unknown");
        String id = project(reference, """
                "countries": [{"code": "MD", "role": "BENEFICIARY", "inferred": true},
                    {"code": "IT", "role": "PLACE_OF_ACTIVITY", "inferred": true}],
                "sources": [{"document": "Memo"}],
                "historicalStatus": {"status": "UNKNOWN", "reason": "Neither start nor end is printed"}""");

        officer()
                .get("/v1/projects/" + id)
                .then()
                .body("status", is("UNKNOWN"))
                .body("countries.inferred", is(List.of(true, true)));
        officer()
                .get("/v1/projects?status=UNKNOWN&facets=status&reference=" + reference)
                .then()
                .body("items", hasSize(1))
                .body("facets.status[0].value", is("UNKNOWN"));
        officer()
                .get("/v1/statistics/projects?groupBy=status&status=UNKNOWN")
                .then()
                .body("rows.key.status", is(List.of("UNKNOWN")));
    }

    @Test
    void oneUnknownCodeGivesTheProblemItsName() {
        officer()
                .body("""
                        {"reference": "%s", "title": {"en": "x"},
                         "countries": [{"code": "ZZ", "role": "PILOT"}, {"code": "MD", "role": "PILOT"}, {"code": "YY", "role": "PILOT"}]}
                        """.formatted(unique("codes")))
                .post("/v1/projects")
                .then()
                .statusCode(400)
                .body("code", is("country-unknown"))
                .body("errors.pointer", containsInAnyOrder("/countries/0/code", "/countries/2/code"));
    }

    @Test
    void anEditNeedsThePresentVersionAndReplacesAll() {
        String reference = unique("edit");
        String id = project(reference, "\"regions\": [\"EU\"]");
        String body =
                "{\"reference\": \"%s\", \"title\": {\"en\": \"Better\", \"fr\": \"Mieux\"}}".formatted(reference);

        officer().body(body).put("/v1/projects/" + id).then().statusCode(428);
        officer()
                .header("If-Match", "\"v9\"")
                .body(body)
                .put("/v1/projects/" + id)
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", "\"v1\"")
                .body(body)
                .put("/v1/projects/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("title.fr", is("Mieux"))
                .body("regions", hasSize(0));
        officer()
                .header("If-Match", "\"v1\"")
                .body("{\"to\": \"CANCELLED\", \"date\": \"2012\", \"reason\": \"Late\"}")
                .post("/v1/projects/" + id + "/move")
                .then()
                .statusCode(412);
        officer().get("/v1/projects/" + id + "/versions").then().body("items.version", is(List.of(1, 2)));
    }

    @Test
    void theSameEditTwiceIsOneVersionAndOneEvent() {
        String lead = unique("same");
        organisation(lead);
        String reference = unique("same");
        String id = project(reference);
        String body = """
                {"reference": "%s", "title": {"fr": "Encore", "en": "Again"}, "programmeCode": "THEMATIC-MIGR",
                 "period": {"figures": [{"start": "2010-03", "end": "2012", "kind": "PLANNED", "current": true,
                    "source": {"document": "Memo", "asOf": "2011"}}]},
                 "contribution": {"label": "EC", "figures": [{"amount": {"amount": "100.00", "currency": "EUR"},
                    "source": {"document": "Memo"}, "current": true}]},
                 "strands": [{"code": "asylum-protection", "share": "100"}],
                 "countries": [{"code": "MD", "share": "100.00", "role": "BENEFICIARY"}], "regions": ["EU"],
                 "organisations": [{"organisationReference": "%s", "role": "LEAD"}], "coFinanciers": [{"name": "X"}],
                 "objectives": [{"en": "All"}], "crossCutting": {"issues": [{"en": "Gender"}]},
                 "results": [{"kind": "PLANNED", "text": {"en": "Much"}}], "subProjects": {"reported": 0},
                 "documents": [{"title": "D", "url": "https://example.org/d"}], "sources": [{"document": "Memo"}]}
                """.formatted(reference, lead);

        put(id, 1, body).statusCode(200).header("ETag", "\"v2\"");
        put(id, 2, body)
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("version", is(2))
                .body("organisations[0].reference", is(lead));
        put(id, 2, "{\"reference\": \"%s\", \"title\": {\"en\": \"New\"}}".formatted(reference))
                .header("ETag", "\"v3\"");

        await().untilAsserted(() -> assertThat(Told.types(kafka, id)).hasSizeGreaterThan(2));
        assertThat(Told.types(kafka, id)).hasSize(3);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String body = "{\"reference\": \"%s\", \"title\": {\"en\": \"Once\"}}";
        String reference = unique("once");
        String id = officer()
                .header("Idempotency-Key", key)
                .body(body.formatted(reference))
                .post("/v1/projects")
                .path("id");

        officer()
                .header("Idempotency-Key", key)
                .body(body.formatted(reference))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .header("Location", endsWith(id));
        officer()
                .header("Idempotency-Key", key)
                .body(body.formatted(unique("twice")))
                .post("/v1/projects")
                .then()
                .statusCode(422);
    }

    @Test
    void moneyPeopleDoNotEditAndOfficersDoNotSign() {
        String id = project(unique("roles"));
        String grant =
                "{\"reference\": \"G\", \"amount\": {\"amount\": \"1.00\", \"currency\": \"EUR\"}, \"signedOn\": \"2012-01-01\", \"actionId\": \"%s\"}"
                        .formatted(World.ACTION);

        officer().body(grant).post("/v1/projects/" + id + "/sign-grant").then().statusCode(403);
        as("authorising-officer")
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"x\"}}".formatted(unique("x")))
                .post("/v1/projects")
                .then()
                .statusCode(403);
        as("auditor").post("/v1/projects/" + id + "/publish").then().statusCode(403);
        given().post("/v1/projects/" + id + "/publish").then().statusCode(401);
    }

    @Test
    void statusMovesAreKeptAndShown() {
        String id = project(
                unique("moves"),
                "\"sources\": [{\"document\": \"Memo\"}], \"historicalStatus\": {\"status\": \"IMPLEMENTATION\", \"reason\": \"By the memo\"}");

        officer()
                .body("{\"to\": \"FINALISATION\", \"date\": \"2012-11\", \"reason\": \"All done\"}")
                .post("/v1/projects/" + id + "/move")
                .then()
                .statusCode(200)
                .body("status", is("FINALISATION"))
                .body("historical", is(true))
                .body("history.reason", is(List.of("By the memo", "All done")))
                .body("history[1].date", is("2012-11"));
        officer()
                .body("{\"to\": \"CLOSED\", \"date\": \"9999-11\", \"reason\": \"To come\"}")
                .post("/v1/projects/" + id + "/move")
                .then()
                .statusCode(400)
                .body("errors.code", is(List.of("in-the-future")))
                .body("errors.pointer", is(List.of("/date")));
        officer()
                .body("{\"to\": \"PIPELINE\", \"date\": \"2013\", \"reason\": \"Back\"}")
                .post("/v1/projects/" + id + "/move")
                .then()
                .statusCode(409)
                .body("code", is("status-not-reachable"));
    }

    private static ValidatableResponse put(String id, int version, String body) {
        return officer()
                .header("If-Match", "\"v%d\"".formatted(version))
                .body(body)
                .put("/v1/projects/" + id)
                .then();
    }
}
