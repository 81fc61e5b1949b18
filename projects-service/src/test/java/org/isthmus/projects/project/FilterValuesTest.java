package org.isthmus.projects.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.created;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.isthmus.projects.World;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values filters take, and what is said of others. */
@QuarkusTest
class FilterValuesTest {

    private static final UUID REGION = UUID.fromString("01932f6e-0000-7000-8000-0000000000f7");

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
        new Deliver(kafka, "regions", "programming.regions")
                .event("eu.isthmus.programming.region.changed.v1", REGION, 1, """
                        {"regionId": "%s", "version": 1, "code": "Test Union", "alsoWritten": ["TU"],
                         "title": {"en": "The Union under test", "fr": "L'Union testée"}}
                        """.formatted(REGION));
        TestClient.awaitStatus("/v1/projects?region=TU", 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Test Union", "TU", "tu", "TEST union", "The Union under test", "L'Union testée"})
    void aRegionIsFoundByEachWritingInListFacetsAndStatistics(String written) {
        String reference = unique("region");
        project(
                reference,
                "\"regions\": [\"tu\"], \"contribution\": {\"figures\": [{\"amount\": {\"amount\": \"5.00\","
                        + " \"currency\": \"EUR\"}, \"source\": {\"document\": \"Memo\"}, \"current\": true}]}");

        for (String filter : List.of("region", "regionItself")) {
            officer()
                    .queryParam(filter, written)
                    .queryParam("facets", "region")
                    .queryParam("limit", 1000)
                    .get("/v1/projects")
                    .then()
                    .statusCode(200)
                    .body("items.reference", hasItem(reference))
                    .body("facets.region.value", hasItem("Test Union"));
        }
        officer()
                .queryParam("region", written)
                .queryParam("groupBy", "region")
                .get("/v1/statistics/projects")
                .then()
                .statusCode(200)
                .body("rows.key.region", contains("Test Union"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects, call, NOPE",
        "/v1/projects, organisation, NOPE",
        "/v1/projects, programme, nope",
        "/v1/projects, action, NOPE",
        "/v1/projects, strand, typo",
        "/v1/projects, country, md",
        "/v1/projects, region, Atlantis",
        "/v1/projects, regionItself, Atlantis",
        "/v1/projects, partOf, NOPE",
        "/v1/projects, scope, NOPE",
        "/v1/projects, projectYear, MMX",
        "/v1/projects, facets, call",
        "/v1/organisations, identifier, NOPE-1",
        "/v1/organisations, parent, NOPE",
        "/v1/organisations, country, EL",
        "/v1/organisations, type, CLUB",
        "/v1/statistics/projects, organisation, NOPE",
        "/v1/statistics/projects, region, Atlantis",
        "/v1/statistics/projects, country, UK",
        "/v1/statistics/projects, groupBy, call"
    })
    void aValueThatNamesNothingIsRefusedWithWhatIsAllowed(String path, String parameter, String value) {
        officer()
                .queryParam(parameter, value)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is(parameter))
                .body("errors[0].detail", containsString(value));
    }

    @Test
    void theCallOfAProjectIsKnownToWhomSeesIt() {
        String call = unique("CALL");
        String id = project(unique("called"), "\"call\": \"%s\"".formatted(call));

        officer().get("/v1/projects?call=" + call).then().body("items.id", contains(id));
        get("/v1/projects?call=" + call).statusCode(400);
        World.publish(id);
        get("/v1/projects?call=" + call).statusCode(200).body("items.id", contains(id));
    }

    @Test
    void anOrganisationOfACountryOutsideTheProgrammeIsFoundByIt() {
        String reference = unique("swiss");
        created("programme-officer", "/v1/organisations", """
                {"reference": "%s", "names": {"en": "x"}, "country": "CH",
                 "identifiers": [{"scheme": "CH-FDJP", "value": "CHE %s"}]}""".formatted(reference, reference));

        officer().get("/v1/organisations?country=CH&limit=1000").then().body("items.reference", hasItem(reference));
        for (String written :
                List.of("CHE " + reference, "che" + reference, "CH-FDJP:CHE" + reference, "ch-fdjp-CHE " + reference)) {
            officer()
                    .queryParam("identifier", written)
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("items.reference", contains(reference));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/results",
                "/relations",
                "/versions",
                "/versions/1",
                "/relations/01932f6e-0000-7000-8000-0000000000f8"
            })
    void whatHangsOnAnUnknownProjectIsNotFound(String below) {
        get("programme-officer", "/v1/projects/%s%s".formatted(UUID.randomUUID(), below))
                .statusCode(404);
    }

    @Test
    void aPartnerTakenOffAHiddenProjectReadsItsPastNoMore() {
        String gone = unique("gone");
        String came = unique("came");
        World.organisation(gone);
        World.organisation(came);
        String reference = unique("handover");
        String id = project(
                reference,
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(gone));
        Instant then = Instant.now();
        partner(gone).get("/v1/projects/" + id).then().statusCode(200);

        TestClient.patch("programme-officer", "/v1/projects/" + id, "\"v1\"", """
                {"organisations": [{"organisationReference": "%s", "role": "LEAD"}]}""".formatted(came));

        for (String path :
                List.of("", "/versions", "/versions/1", "/versions/2", "?asOf=" + then, "/results?asOf=" + then)) {
            partner(gone).get("/v1/projects/" + id + path).then().statusCode(404);
            partner(came).get("/v1/projects/" + id + path).then().statusCode(200);
        }
        for (String path :
                List.of("/v1/projects?total=true&reference=%s&asOf=%s", "/v1/projects?total=true&reference=%s")) {
            partner(gone).get(path.formatted(reference, then)).then().body("total", is(0));
            partner(came).get(path.formatted(reference, then)).then().body("total", is(1));
        }
        partner(came)
                .get("/v1/statistics/projects?organisation=%s&asOf=%s".formatted(came, then))
                .then()
                .statusCode(200);
    }
}
