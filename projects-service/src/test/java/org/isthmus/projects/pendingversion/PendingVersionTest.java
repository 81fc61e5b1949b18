package org.isthmus.projects.pendingversion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.plainly;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.isthmus.projects.World;
import org.isthmus.testing.Tokens;
import org.isthmus.testing.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner changes of a public project waits for an officer (R23). */
@QuarkusTest
class PendingVersionTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private final String lead = unique("lead");
    private final String helper = unique("helper");
    private final String marker = unique("marker").replace('-', 'x');
    private String id = "";

    @BeforeEach
    void lead() {
        World.learn(kafka);
        organisation(lead);
        organisation(helper);
        id = project(unique("led"), """
                "organisations": [{"organisationReference": "%s", "role": "LEAD"},
                    {"organisationReference": "%s", "role": "PARTNER"}]""".formatted(lead, helper));
        publish(id);
    }

    @Test
    void nothingOfItLeavesBeforeAnOfficerPublishesIt() {
        String pending = proposed(
                "{\"summary\": {\"en\": \"%s\"}, \"results\": [{\"kind\": \"ACHIEVED\", \"text\": {\"en\": \"r%s\"}}]}"
                        .formatted(marker, marker));

        for (RequestSpecification reader :
                new RequestSpecification[] {given(), as("portal"), partner(unique("other")), partner(helper)}) {
            for (String path : new String[] {"", "/results", "/versions"}) {
                assertThat(reader.get("/v1/projects/" + id + path).asString()).doesNotContain(marker);
            }
        }
        for (String format : new String[] {"json", "csv", "ndjson"}) {
            assertThat(given().get("/v1/projects?q=%s&format=%s".formatted(marker, format))
                            .asString())
                    .doesNotContain(marker);
        }
        given().get("/v1/projects?total=true&q=" + marker).then().body("total", is(0));
        plainly().get("/v1/projects/" + id).then().body("version", is(2)).header("ETag", "\"v2\"");
        assertThat(Told.of(kafka, id)).noneMatch(told -> told.payload().contains(marker));

        officer()
                .post("/v1/pending-versions/" + pending + "/publish")
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("publishedVersion", is(3))
                .body("decidedBy", is("programme-officer"));

        given().get("/v1/projects/" + id)
                .then()
                .body("summary.en", is(marker))
                .body("results[0].text.en", is("r" + marker))
                .body("version", is(3));
        given().get("/v1/projects?total=true&q=" + marker).then().body("total", is(1));
        await().untilAsserted(() -> assertThat(Told.types(kafka, id))
                .containsExactly(
                        "eu.isthmus.projects.project.changed.v1",
                        "eu.isthmus.projects.project.published.v1",
                        "eu.isthmus.projects.project.changed.v1"));
    }

    @Test
    void itsPartnerAndOfficersReadItWithWhatItWouldReplace() {
        String pending = proposed(
                "{\"summary\": {\"en\": \"%s\"}, \"website\": \"https://example.org/%s\"}".formatted(marker, marker));
        String path = "/v1/pending-versions/" + pending;

        officer()
                .get(path)
                .then()
                .statusCode(200)
                .body("status", is("PENDING"))
                .body("projectId", is(id))
                .body("baseVersion", is(2))
                .body("changes.summary.en", is(marker))
                .body("changes.website", is("https://example.org/" + marker))
                .body("replaced", hasKey("summary"))
                .body("replaced.summary", nullValue())
                .body("proposedBy", is("somebody"));
        partner(lead).get(path).then().statusCode(200).body("$", not(hasKey("proposedBy")));
        partner(lead).get("/v1/pending-versions?projectId=" + id).then().body("items", hasSize(1));
        officer()
                .get("/v1/pending-versions?status=PENDING&projectId=" + id)
                .then()
                .body("items.id", hasItem(pending));
        as("auditor").get(path).then().statusCode(200);
        partner(helper).get(path).then().statusCode(404);
        partner(unique("other")).get(path).then().statusCode(404);
        partner(helper).get("/v1/pending-versions?projectId=" + id).then().body("items", hasSize(0));
        given().get(path).then().statusCode(401);
        as("portal").get(path).then().statusCode(403);
    }

    @Test
    void whoProposedItDoesNotPublishIt() {
        String pending = proposed("{\"summary\": {\"en\": \"Mine\"}}");

        named("somebody", "programme-officer")
                .post("/v1/pending-versions/" + pending + "/publish")
                .then()
                .statusCode(403)
                .body("code", is("same-person"));
        given().get("/v1/projects/" + id).then().body("version", is(2));
    }

    @Test
    void itIsReturnedWithAReasonThatItsPartnerReads() {
        String pending = proposed("{\"summary\": {\"en\": \"%s\"}}".formatted(marker));
        String path = "/v1/pending-versions/" + pending;

        officer().body("{}").post(path + "/return").then().statusCode(400);
        officer()
                .body("{\"reason\": \"It names participants\"}")
                .post(path + "/return")
                .then()
                .statusCode(200);

        partner(lead).get(path).then().body("status", is("RETURNED")).body("returnReason", is("It names participants"));
        given().get("/v1/projects/" + id).then().body("version", is(2));
        officer().post(path + "/publish").then().statusCode(409).body("code", is("not-pending"));
        officer().body("{\"reason\": \"Again\"}").post(path + "/return").then().statusCode(409);
    }

    @Test
    void itsPartnerWithdrawsItUntilItIsDecided() {
        String pending = proposed("{\"summary\": {\"en\": \"Too early\"}}");
        String path = "/v1/pending-versions/" + pending;

        partner(helper).post(path + "/withdraw").then().statusCode(404);
        partner(lead).post(path + "/withdraw").then().statusCode(200).body("status", is("WITHDRAWN"));
        partner(lead).post(path + "/withdraw").then().statusCode(409).body("code", is("not-pending"));
        officer().post(path + "/publish").then().statusCode(409).body("code", is("not-pending"));
    }

    @Test
    void whatChangedMeanwhileIsNotOverwritten() {
        String first = proposed("{\"summary\": {\"en\": \"First\"}}");
        String second = proposed("{\"summary\": {\"en\": \"Second\"}, \"regions\": [\"EU\"]}");
        String other = proposed("{\"objectives\": [{\"en\": \"Better lives\"}]}");

        officer().post("/v1/pending-versions/" + first + "/publish").then().statusCode(200);
        officer()
                .post("/v1/pending-versions/" + second + "/publish")
                .then()
                .statusCode(409)
                .body("code", is("pending-version-outdated"))
                .body("errors.pointer", hasItem("/summary"))
                .body("errors", hasSize(1));
        officer().post("/v1/pending-versions/" + other + "/publish").then().statusCode(200);

        given().get("/v1/projects/" + id)
                .then()
                .body("summary.en", is("First"))
                .body("objectives[0].en", is("Better lives"));
    }

    @Test
    void theSameRulesHoldAsForAChangeThatTakesEffect() {
        patch(partner(lead), "\"v1\"", "{\"summary\": {\"en\": \"Late\"}}").statusCode(412);
        patch(partner(lead), null, "{\"summary\": {\"en\": \"Blind\"}}").statusCode(428);
        patch(partner(lead), "*", "{\"call\": \"Other\"}").statusCode(403).body("code", is("officers-only"));
        patch(partner(lead), "*", "{\"documents\": [{\"title\": \"x\", \"url\": \"nowhere\"}]}")
                .statusCode(400);
        patch(partner(helper), "*", "{\"summary\": {\"en\": \"x\"}}")
                .statusCode(403)
                .body("code", is("not-the-lead"));
        patch(partner(lead), "*", "{}").statusCode(200).body("version", is(2));
        patch(officer(), "*", "{\"summary\": {\"en\": \"At once\"}}")
                .statusCode(200)
                .body("version", is(3));
        officer().get("/v1/pending-versions?projectId=" + id).then().body("items", hasSize(0));
    }

    @Test
    void aDryRunLeavesNothing() {
        partner(lead)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{\"summary\": {\"en\": \"Perhaps\"}}")
                .patch("/v1/projects/" + id + "?dryRun=true")
                .then()
                .statusCode(202);

        officer().get("/v1/pending-versions?projectId=" + id).then().body("items", hasSize(0));
    }

    @Test
    void soManyWaitAtOnce() {
        for (int i = 0; i < 20; i++) {
            proposed("{\"summary\": {\"en\": \"Text %d\"}}".formatted(i));
        }

        patch(partner(lead), "*", "{\"summary\": {\"en\": \"One more\"}}")
                .statusCode(409)
                .body("code", is("too-many-pending"));
    }

    private String proposed(String patch) {
        return patch(partner(lead), "*", patch)
                .statusCode(202)
                .header("Location", containsString("/v1/pending-versions/"))
                .body("status", is("PENDING"))
                .extract()
                .path("id");
    }

    private ValidatableResponse patch(RequestSpecification caller, @Nullable String etag, String body) {
        return (etag == null ? caller : caller.header("If-Match", etag))
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch("/v1/projects/" + id)
                .then();
    }

    private static RequestSpecification named(String person, String role) {
        return plainly().auth().oauth2(Tokens.of(person, role)).contentType(ContentType.JSON);
    }
}
