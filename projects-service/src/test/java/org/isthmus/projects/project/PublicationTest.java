package org.isthmus.projects.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.isthmus.testing.HiddenThings;
import org.isthmus.testing.PublicAnswers;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

/** Who sees what, by every way out. */
@QuarkusTest
class PublicationTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void whatIsNotPublishedLooksMissing() {
        String reference = unique("draft");
        String id = project(reference);
        String word = reference.replace("-", " ");

        for (String path : new String[] {"", "/results", "/relations", "/versions"}) {
            given().get("/v1/projects/" + id + path).then().statusCode(404);
            as("portal").get("/v1/projects/" + id + path).then().statusCode(404);
            as("auditor").get("/v1/projects/" + id + path).then().statusCode(200);
        }
        given().get("/v1/projects?total=true&facets=status&q=" + word)
                .then()
                .body("items", hasSize(0))
                .body("total", is(0))
                .body("facets.status", hasSize(0));
        given().get("/v1/projects?format=ndjson&reference=" + reference).then().body(is(""));
        as("finance-officer").get("/v1/projects?total=true&q=" + word).then().body("total", is(1));
    }

    @Test
    void anybodyReadsWhatIsPublished() {
        String reference = unique("public");
        String id = project(reference);

        publish(id);

        given().get("/v1/projects/" + id)
                .then()
                .statusCode(200)
                .body("published", is(true))
                .body("version", is(2));
        given().get("/v1/projects?reference=" + reference).then().body("items", hasSize(1));
        officer().post("/v1/projects/" + id + "/publish").then().statusCode(409).body("code", is("already-published"));
    }

    @Test
    void whatIsHiddenAgainIsHiddenInThePastToo() {
        String reference = unique("hidden");
        String id = project(reference);
        publish(id);
        String published = given().get("/v1/projects/" + id + "/versions").path("items[0].recordedAt");

        officer()
                .body("{\"reason\": \"People at risk\"}")
                .post("/v1/projects/" + id + "/unpublish")
                .then()
                .statusCode(200);

        given().get("/v1/projects/" + id).then().statusCode(404);
        given().get("/v1/projects/" + id + "?asOf=" + published).then().statusCode(404);
        given().get("/v1/projects/" + id + "/versions").then().statusCode(404);
        given().get("/v1/projects/" + id + "/relations?asOf=" + published)
                .then()
                .statusCode(404);
        given().get("/v1/projects?total=true&reference=" + reference + "&asOf=" + published)
                .then()
                .body("total", is(0));
        officer().get("/v1/projects/" + id).then().body("unpublishedReason", is("People at risk"));

        publish(id);

        given().get("/v1/projects/" + id).then().statusCode(200).body("unpublishedReason", nullValue());
        for (String path :
                new String[] {"", "/versions", "/versions/2", "/versions/3", "/versions/4", "?asOf=" + published}) {
            assertThat(given().get("/v1/projects/" + id + path).asString())
                    .as(path)
                    .doesNotContain("People at risk");
        }
        assertThat(officer().get("/v1/projects/" + id + "/versions/3").asString())
                .contains("People at risk");
        await().untilAsserted(() -> assertThat(Told.types(kafka, id)).hasSizeGreaterThan(4));
        assertThat(Told.of(kafka, id)).noneMatch(told -> told.payload().contains("People at risk"));
        given().get("/v1/projects/" + id + "?asOf=" + published).then().statusCode(200);
        given().get("/v1/projects/" + id + "/versions")
                .then()
                .body("items.published", not(false))
                .body("items", hasSize(2));
    }

    @Test
    void whatIsHiddenMovesNothingThatEverybodyReads() {
        String shown = project(unique("shown"));
        publish(shown);
        PublicAnswers everybodys = PublicAnswers.of(
                "/v1/projects/" + shown,
                "/v1/projects/" + shown + "/versions",
                "/v1/projects?limit=1000&sort=-title&total=true&facets=status",
                "/v1/organisations?limit=1000&total=true",
                "/v1/statistics/projects?groupBy=country",
                "/v1/statistics/projects?groupBy=status&asOf=" + LocalDate.now(ZoneOffset.UTC));

        String mine = unique("org");
        organisation(mine);
        String id = project(
                unique("hidden"),
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(mine));
        officer()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{\"title\": {\"en\": \"Another title\"}}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(200);
        officer()
                .body("{\"ground\": \"ERROR\", \"reason\": \"Wrong\"}")
                .post("/v1/projects/" + id + "/versions/1/withdraw")
                .then()
                .statusCode(200);

        everybodys.assertUnchanged();
    }

    @Test
    void whatBelongsToAnotherOrganisationLooksMissing() {
        String lead = unique("org");
        String organisation = organisation(lead);
        String id = project(
                unique("others"),
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(lead));
        String other = unique("org");
        organisation(other);

        assertThat(HiddenThings.toldApart("/v1/projects", id, () -> partner(other)))
                .isEmpty();
        assertThat(HiddenThings.toldApart("/v1/organisations", organisation, () -> partner(other)))
                .isEmpty();
        assertThat(HiddenThings.toldApart("/v1/projects", id, TestClient::plainly))
                .isEmpty();
        assertThat(HiddenThings.toldApart("/v1/organisations", organisation, TestClient::plainly))
                .isEmpty();
    }

    @Test
    void whatAPartnerProposesShowsToNobodyElse() {
        String lead = unique("org");
        organisation(lead);
        String id = project(
                unique("proposed"),
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(lead));
        publish(id);
        PublicAnswers everybodys = PublicAnswers.of(
                "/v1/projects/" + id, "/v1/projects/" + id + "/versions", "/v1/projects?limit=1000&total=true");

        String pending = partner(lead)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{\"summary\": {\"en\": \"Not yet\"}}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        everybodys.assertUnchanged();
        assertThat(HiddenThings.toldApart("/v1/pending-versions", pending, () -> partner(unique("other"))))
                .isEmpty();
        assertThat(HiddenThings.toldApart("/v1/pending-versions", pending, TestClient::plainly))
                .isEmpty();
    }

    @Test
    void theWorldIsToldAndToldToForget() {
        String id = project(unique("told"));
        publish(id);
        officer()
                .body("{\"reason\": \"People at risk\"}")
                .post("/v1/projects/" + id + "/unpublish")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(Told.types(kafka, id))
                .containsExactly(
                        "eu.isthmus.projects.project.changed.v1",
                        "eu.isthmus.projects.project.published.v1",
                        "eu.isthmus.projects.project.unpublished.v1",
                        "eu.isthmus.projects.project.changed.v1"));
        assertThat(Told.of(kafka, id).getLast().json().path("published").asBoolean())
                .isFalse();
        assertThat(Told.of(kafka, id).getLast().json().has("title")).isFalse();
    }

    @Test
    void aPartnerSeesItsOwnOrganisationsProjects() {
        String mine = unique("org");
        String organisation = organisation(mine);
        String id = project(
                unique("own"),
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(mine));

        partner(mine).get("/v1/projects/" + id).then().statusCode(200);
        partner(organisation).get("/v1/projects/" + id).then().statusCode(200);
        partner(mine).get("/v1/projects?total=true&organisation=" + mine).then().body("total", is(1));
        partner(unique("other")).get("/v1/projects/" + id).then().statusCode(404);
        partner(unique("other"))
                .get("/v1/projects?total=true&organisation=" + mine)
                .then()
                .statusCode(400)
                .body("errors[0].code", is("unknown")); // as one that nobody ever entered
    }

    @Test
    void anOrganisationIsKnownToThePublicByItsPublishedProjects() {
        String mine = unique("org");
        String organisation = organisation(mine);
        String id = project(
                unique("own"),
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(mine));

        given().get("/v1/organisations/" + organisation).then().statusCode(404);
        partner(mine).get("/v1/organisations/" + organisation).then().statusCode(200);

        publish(id);
        given().get("/v1/organisations/" + organisation).then().statusCode(200);

        officer()
                .body("{\"reason\": \"People at risk\"}")
                .post("/v1/projects/" + id + "/unpublish")
                .then()
                .statusCode(200);
        given().get("/v1/organisations/" + organisation).then().statusCode(404);
    }

    @Test
    void aTieToAnUnpublishedProjectIsNotTold() {
        String part = project(unique("part"));
        String umbrellaReference = unique("umbrella");
        String umbrella = project(umbrellaReference);
        relate(part, "PART_OF", umbrella);
        publish(part);

        given().get("/v1/projects/" + part).then().body("relations", hasSize(0));
        given().get("/v1/projects/" + part + "/relations")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().get("/v1/projects?partOf=" + umbrellaReference).then().statusCode(400);
        officer().get("/v1/projects/" + part + "/relations").then().body("items", hasSize(1));
        officer().get("/v1/projects/" + umbrella).then().body("relations.type", is(List.of("HAS_PART")));

        publish(umbrella);

        given().get("/v1/projects/" + part).then().body("relations[0].project.reference", is(umbrellaReference));
        given().get("/v1/projects/" + part + "/relations").then().body("items[0].project.id", is(umbrella));
        given().get("/v1/projects?partOf=" + umbrellaReference).then().body("items", hasSize(1));
        given().get("/v1/projects/" + umbrella).then().body("subProjects.recorded", is(1));

        officer()
                .body("{\"reason\": \"People at risk\"}")
                .post("/v1/projects/" + part + "/unpublish")
                .then()
                .statusCode(200);

        given().get("/v1/projects/" + umbrella).then().body("relations", hasSize(0));
        given().get("/v1/projects?partOf=" + umbrellaReference).then().body("items", hasSize(0));
    }
}
