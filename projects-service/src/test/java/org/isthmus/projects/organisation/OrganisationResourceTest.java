package org.isthmus.projects.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganisationResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    DataSource database;

    @Test
    void anOldIdentifierStaysFindable() {
        String reference = unique("ident");
        String number = unique("N");
        String id = enter("""
                {"reference": "%s", "names": {"en": "Agency"}, "type": "GOVERNMENT", "country": "MD",
                 "identifiers": [{"scheme": "MD-IDNO", "value": "%s", "to": "2010"}]}""".formatted(reference, number))
                .statusCode(201)
                .extract()
                .path("id");

        officer().get("/v1/organisations?identifier=" + number).then().body("items.id", is(List.of(id)));
        officer().get("/v1/organisations?identifier=MD-IDNO:" + number).then().body("items", hasSize(1));
        partner("ANOTHER")
                .get("/v1/organisations?identifier=" + unique("nobody"))
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("identifier"));
        officer()
                .header("If-Match", "\"v1\"")
                .body("{\"reference\": \"%s\", \"names\": {\"en\": \"Agency\"}}".formatted(reference))
                .put("/v1/organisations/" + id)
                .then()
                .statusCode(400)
                .body("code", is("organisation-invalid"))
                .body("errors.code", is(List.of("identifier-removed")));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        enter("""
                {"reference": "", "names": {}, "type": "CLUB", "country": "Moldova", "identifiers": [{"scheme": "MD-IDNO"}], "size": 3}
                """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/reference", "/names", "/type", "/country", "/identifiers/0/value", "/size"));
        enter("""
                {"reference": "%s", "names": {"en": "x"}, "identifiers": [{"scheme": "MD-IDNO", "value": "1", "from": "2010", "to": "2009"},
                    {"scheme": "MD-IDNO", "value": "1"}]}""".formatted(unique("x")))
                .statusCode(400)
                .body("errors.code", containsInAnyOrder("validity-reversed", "named-twice"));
    }

    @Test
    void aSchemeOfIdentifiersIsOneThatOpenDataKnows() {
        Map.of("gb-chc", "GB-CHC", "UK-CHC", "GB", "XM-DAX", "XM-DAC", "CHC", "GB-CHC", "ZZ-CHC", "GB-CHC")
                .forEach((scheme, hint) -> identified(unique("scheme"), scheme, unique("N"), "\"from\": \"2001\"")
                        .statusCode(400)
                        .body("errors.pointer", is(List.of("/identifiers/0/scheme")))
                        .body("code", is("scheme-unknown"))
                        .body("errors[0].detail", containsString(hint)));
        for (String scheme : List.of("XI-LEI", "XM-DAC", "GB-CHC", "XK-ARBK", "NL-KVK")) {
            identified(unique("scheme"), scheme, unique("N"), "\"from\": \"2001\"")
                    .statusCode(201);
        }
    }

    @Test
    void meaningAndFormAreToldTogether() {
        enter("""
                {"reference": "%s", "names": {"en": "x"}, "type": "CLUB", "parentId": "%s",
                 "identifiers": [{"scheme": "nope", "value": "1"}]}""".formatted(unique("x"), UUID.randomUUID()))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/type", "/parentId", "/identifiers/0/scheme"));
    }

    @Test
    void anIdentifierStandsForOneOrganisationAtATime() {
        String number = unique("N");
        String holder = unique("holder");
        identified(holder, "XM-DAC", number, "\"from\": \"2001\", \"to\": \"2010\"")
                .statusCode(201);

        for (String value : List.of(number, number.toLowerCase(Locale.ROOT), "XM-DAC-" + number, " " + number)) {
            identified(unique("other"), "XM-DAC", value, "\"from\": \"2010-05\"")
                    .statusCode(409)
                    .body("code", is("identifier-taken"))
                    .body("errors.pointer", is(List.of("/identifiers/0")))
                    .body("errors[0].detail", containsString(holder));
        }
        identified(unique("later"), "XM-DAC", number, "\"from\": \"2011\"").statusCode(201);
        for (String written : List.of(number, "XM-DAC:" + number, "XM-DAC-" + number)) {
            officer().get("/v1/organisations?identifier=" + written).then().body("items", hasSize(2));
        }
    }

    @Test
    void aReferenceIsTakenHoweverItIsWritten() {
        String reference = unique("Ref") + " one";
        enter("{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}}".formatted(reference))
                .statusCode(201);

        for (String same :
                List.of(reference.toUpperCase(Locale.ROOT), "  " + reference, reference.replace(" ", " \\t "))) {
            enter("{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}}".formatted(same))
                    .statusCode(409)
                    .body("code", is("organisation-exists"));
        }
        for (String none : List.of("none", "NONE", "a\\r\\nb")) {
            enter("{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}}".formatted(none))
                    .statusCode(400)
                    .body("errors.pointer", is(List.of("/reference")));
        }
    }

    @Test
    void aCountryThatIsNoneIsToldWithTheOneThatIsMeant() {
        Map.of("EL", "GR", "UK", "GB", "be", "BE")
                .forEach((written, meant) -> in(written)
                        .statusCode(400)
                        .body("errors.pointer", is(List.of("/country")))
                        .body("errors[0].detail", containsString("you may mean " + meant)));
        for (String none : List.of("ZZ", "EU", "BEL", "${1+1}")) {
            in(none).statusCode(400).body("errors[0].detail", containsString("'%s' is no country".formatted(none)));
        }
        in("XK").statusCode(201);
    }

    private static ValidatableResponse in(String country) {
        return enter("{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}, \"country\": \"%s\"}"
                .formatted(unique("land"), country));
    }

    private static ValidatableResponse identified(String reference, String scheme, String value, String validity) {
        return enter("""
                {"reference": "%s", "names": {"en": "x"}, "identifiers": [{"scheme": "%s", "value": "%s", %s}]}""".formatted(reference, scheme, value, validity));
    }

    @Test
    void nobodyIsAboveItself() {
        String top = unique("top");
        String topId = organisation(top);
        String below = unique("below");
        String belowId = enter("{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}, \"parentId\": \"%s\"}"
                        .formatted(below, topId))
                .statusCode(201)
                .body("parent.reference", is(top))
                .extract()
                .path("id");

        putParent(topId, top, belowId).statusCode(409).body("code", is("parent-cycle"));
        putParent(topId, top, topId).statusCode(409);
        putParent(topId, top, "01932f6e-0000-7000-8000-0000000000ff")
                .statusCode(400)
                .body("code", is("parent-unknown"));
        officer().get("/v1/organisations?parent=" + top).then().body("items.id", is(List.of(belowId)));
    }

    @Test
    void twoDoNotBecomeEachOthersParentAtOnce() throws Exception {
        String one = unique("one");
        String two = unique("two");
        String oneId = organisation(one);
        String twoId = organisation(two);
        List<Callable<Integer>> attempts = List.of(
                () -> putParent(oneId, one, twoId).extract().statusCode(),
                () -> putParent(twoId, two, oneId).extract().statusCode());

        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> attempt : people.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aNewNameIsShownInItsProjects() {
        String reference = unique("name");
        String id = organisation(reference);
        String project = project(
                unique("named"),
                "\"organisations\": [{\"organisationId\": \"%s\", \"role\": \"PARTNER\"}]".formatted(id));

        officer()
                .header("If-Match", "\"v1\"")
                .body("{\"reference\": \"%s\", \"names\": {\"en\": \"Renamed agency\"}}".formatted(reference))
                .put("/v1/organisations/" + id)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + project)
                .then()
                .body("organisations[0].name", is("Renamed agency"))
                .body("version", is(2)));
    }

    @Test
    void aNewNameReachesManyProjectsInStepsThatNobodyWaitsFor() {
        String reference = unique("many");
        String id = organisation(reference);
        for (int i = 0; i < 55; i++) {
            project(
                    unique("many"),
                    "\"organisations\": [{\"organisationId\": \"%s\", \"role\": \"PARTNER\"}]".formatted(id));
        }

        officer()
                .header("If-Match", "\"v1\"")
                .body("{\"reference\": \"%s\", \"names\": {\"en\": \"Renamed by many\"}}".formatted(reference))
                .put("/v1/organisations/" + id)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(
                        Query.of("select steps from job where subject = ? and state = 'DONE'", "organisations " + id)
                                .list(database, row -> row.integer("steps")))
                .containsExactly(2));
        List<String> names = officer()
                .get("/v1/projects?limit=100&organisation=" + reference)
                .path("items.organisations.flatten().name");
        assertThat(names).hasSize(55).containsOnly("Renamed by many");
    }

    @Test
    void theSameEditTwiceIsOneVersionAndOneEvent() {
        String reference = unique("same");
        String id = organisation(reference);
        String body = """
                {"reference": "%s", "names": {"fr": "Agence", "en": "Agency"}, "type": "GOVERNMENT", "country": "MD",
                 "identifiers": [{"scheme": "MD-IDNO", "value": "%s", "to": "2010"}]}
                """.formatted(reference, unique("N"));

        put(id, 1, body).statusCode(200).header("ETag", "\"v2\"");
        put(id, 2, body).statusCode(200).header("ETag", "\"v2\"").body("names.fr", is("Agence"));
        put(id, 2, body.replace("Agence", "Bureau")).statusCode(200).header("ETag", "\"v3\"");

        await().untilAsserted(() -> assertThat(Told.types(kafka, id)).hasSizeGreaterThan(2));
        assertThat(Told.types(kafka, id)).hasSize(3);
    }

    @Test
    void editsNeedThePresentVersionAndTheRole() {
        String reference = unique("edit");
        String id = organisation(reference);
        String body = "{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}}".formatted(reference);

        officer().body(body).put("/v1/organisations/" + id).then().statusCode(428);
        officer()
                .header("If-Match", "\"v3\"")
                .body(body)
                .put("/v1/organisations/" + id)
                .then()
                .statusCode(412);
        as("auditor")
                .header("If-Match", "\"v1\"")
                .body(body)
                .put("/v1/organisations/" + id)
                .then()
                .statusCode(403);
        enter(body).statusCode(409).body("code", is("organisation-exists"));
    }

    private static ValidatableResponse enter(String body) {
        return officer().body(body).post("/v1/organisations").then();
    }

    private static ValidatableResponse put(String id, int version, String body) {
        return officer()
                .header("If-Match", "\"v%d\"".formatted(version))
                .body(body)
                .put("/v1/organisations/" + id)
                .then();
    }

    private static ValidatableResponse putParent(String id, String reference, String parent) {
        return officer()
                .header("If-Match", "*")
                .body("{\"reference\": \"%s\", \"names\": {\"en\": \"x\"}, \"parentId\": \"%s\"}"
                        .formatted(reference, parent))
                .put("/v1/organisations/" + id)
                .then();
    }
}
