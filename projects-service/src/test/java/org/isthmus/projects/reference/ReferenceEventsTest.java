package org.isthmus.projects.reference;

import static java.util.Locale.ROOT;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.testing.Deliver;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferenceEventsTest {

    private static final String PROGRAMME = "eu.isthmus.programming.programme.changed.v1";
    private static final String COUNTRY = "eu.isthmus.programming.country.changed.v1";
    private static final String REGION = "eu.isthmus.programming.region.changed.v1";
    private static final String TERM = "eu.isthmus.programming.vocabulary-term.changed.v1";
    private static final String ADOPTED = "eu.isthmus.programming.work-programme.adopted.v1";
    private static final String AMENDED = "eu.isthmus.programming.work-programme.amended.v1";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void theNewestProgrammeCountsWhateverComesAfter() {
        UUID id = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        String code = unique("P");
        String strand = unique("s");

        programmes().event(event, PROGRAMME, id, 3, programme(id, code, strand));
        programmes().event(event, PROGRAMME, id, 3, programme(id, code, strand));
        programmes().event(PROGRAMME, id, 2, programme(id, code, "old-" + strand));
        programmes().event(PROGRAMME, id, 4, "poison");
        programmes().event("eu.isthmus.programming.programme.praised.v1", id, 5, "{}");

        await().untilAsserted(() -> probe(
                        "\"programmeCode\": \"%s\", \"strands\": [{\"code\": \"%s\"}]".formatted(code, strand))
                .statusCode(201));
        probe("\"strands\": [{\"code\": \"old-%s\"}]".formatted(strand))
                .statusCode(400)
                .body("code", is("strand-unknown"));
    }

    @Test
    void anActionOfAnAmendmentIsKnownAndThatOfBeforeToo() {
        UUID workProgramme = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Deliver workProgrammes = new Deliver(kafka, "work-programmes", "programming.work-programmes");

        workProgrammes.event(ADOPTED, workProgramme, 1, workProgramme(workProgramme, first));
        workProgrammes.event(AMENDED, workProgramme, 2, workProgramme(workProgramme, second));

        await().untilAsserted(
                        () -> probe("\"actionId\": \"%s\"".formatted(second)).statusCode(201));
        probe("\"actionId\": \"%s\"".formatted(first)).statusCode(201);
    }

    @Test
    void aCountryOfAnotherRegionTakesItsProjectsAlong() {
        UUID id = UUID.randomUUID();
        String before = unique("before");
        String after = unique("after");
        Deliver countries = new Deliver(kafka, "countries", "programming.countries");
        countries.event(COUNTRY, id, 1, "{\"code\": \"QA\", \"region\": \"%s\"}".formatted(before));
        await().untilAsserted(() -> probe("\"countries\": [{\"code\": \"QA\", \"role\": \"PILOT\"}]")
                .statusCode(201));
        project(unique("moved"), "\"countries\": [{\"code\": \"QA\", \"role\": \"PILOT\"}]");

        countries.event(COUNTRY, id, 2, "{\"code\": \"QA\", \"region\": \"%s\"}".formatted(after));

        await().untilAsserted(() ->
                officer().get("/v1/projects?region=" + after).then().body("items", hasSize(1)));
        officer().get("/v1/projects?region=" + before).then().statusCode(400);
    }

    /** Case A10: one vocabulary, in which regions have parents. */
    @Test
    void aPrintedRegionStandsForItsCodeAndIsFoundInWhatItIsAPartOf() {
        String whole = unique("Whole");
        String part = unique("Part");
        String printed = unique("As printed");
        Deliver regions = new Deliver(kafka, "regions", "programming.regions");
        String project = project(unique("regional"), "\"regions\": [\"%s\"]".formatted(printed.toUpperCase(ROOT)));
        officer().get("/v1/projects?region=" + whole).then().statusCode(400);

        regions.event(REGION, UUID.randomUUID(), 1, "{\"code\": \"%s\", \"alsoWritten\": []}".formatted(whole));
        regions.event(
                REGION,
                UUID.randomUUID(),
                1,
                "{\"code\": \"%s\", \"parent\": \"%s\", \"alsoWritten\": [\"%s\"]}"
                        .formatted(part, whole, printed.toUpperCase(ROOT)));

        for (String code : List.of(part, whole)) {
            await().untilAsserted(() -> officer()
                    .get("/v1/projects?region=" + code)
                    .then()
                    .statusCode(200)
                    .body("items.id", is(List.of(project)))
                    .body("items[0].regions", is(List.of(printed.toUpperCase(ROOT)))));
            officer()
                    .get("/v1/statistics/projects?groupBy=region&region=" + code)
                    .then()
                    .statusCode(200)
                    .body("rows.key.region", is(List.of(part)))
                    .body("total.projects", is(1));
        }
        String ofTheWhole = project(unique("regional"), "\"regions\": [\"%s\"]".formatted(whole));
        String link = officer()
                .get("/v1/statistics/projects?groupBy=region&region=" + whole)
                .then()
                .body("rows.find { it.key.region == '%s' }.projects".formatted(whole), is(1))
                .extract()
                .path("rows.find { it.key.region == '%s' }.link".formatted(whole));
        officer().get(link).then().body("items.id", is(List.of(ofTheWhole)));
    }

    @Test
    void aProjectIsClassifiedAndFoundByTermsThatProgrammingTells() {
        String scheme = unique("s");
        String classified = "\"classifications\": [{\"scheme\": \"%s\", \"code\": \"legal\", \"inferred\": true}]"
                .formatted(scheme);
        probe(classified).statusCode(400).body("errors.code", is(List.of("term-unknown")));

        new Deliver(kafka, "vocabulary-terms", "programming.vocabulary-terms")
                .event(TERM, UUID.randomUUID(), 1, "{\"scheme\": \"%s\", \"code\": \"legal\"}".formatted(scheme));

        await().untilAsserted(() -> probe(classified).statusCode(201));
        String project = project(unique("classified"), classified);
        officer()
                .get("/v1/projects?facets=classification&classification=%s:legal".formatted(scheme))
                .then()
                .body("items.id", is(List.of(project)))
                .body("items[0].classifications[0].inferred", is(true))
                .body("facets.classification.find { it.value == '%s:legal' }.count".formatted(scheme), is(1));
        officer().get("/v1/projects?classification=" + scheme).then().statusCode(400);
    }

    /** Case C1: whatever a project names is found by its name of today. */
    @Test
    void aProjectIsFoundByTheNewNamesOfItsProgrammeMeasuresAndTerms() {
        UUID programme = UUID.randomUUID();
        UUID term = UUID.randomUUID();
        String code = unique("P");
        Deliver terms = new Deliver(kafka, "vocabulary-terms", "programming.vocabulary-terms");
        String told = """
                {"programmeId": "%s", "code": "%s", "title": {"en": "Programme %s"},
                 "strands": [{"code": "s-%s", "measures": [{"code": "1", "text": {"en": "Measure %s"}}]}]}
                """;
        String namedTerm = "{\"scheme\": \"scheme\", \"code\": \"%s\", \"title\": {\"fr\": \"%s\"}}";
        programmes().event(PROGRAMME, programme, 1, told.formatted(programme, code, "before", code, "before"));
        terms.event(TERM, term, 1, namedTerm.formatted(code, "before"));
        String named = """
                "programmeCode": "%s", "strands": [{"code": "s-%s"}],
                "classifications": [{"scheme": "scheme", "code": "%s"}]
                """.formatted(code, code, code);
        await().untilAsserted(() -> probe(named).statusCode(201));
        String project = project(unique("renamed"), named);

        for (String newName : List.of(unique("programme"), unique("measure"), unique("term"))) {
            int version = newName.startsWith("programme") ? 2 : 3;
            if (newName.startsWith("term")) {
                terms.event(TERM, term, 2, namedTerm.formatted(code, newName));
            } else {
                String title = version == 2 ? newName : "before";
                String measure = version == 3 ? newName : "before";
                programmes()
                        .event(PROGRAMME, programme, version, told.formatted(programme, code, title, code, measure));
            }
            await().untilAsserted(() -> officer()
                    .queryParam("q", newName)
                    .get("/v1/projects")
                    .then()
                    .body("items.id", is(List.of(project))));
        }
    }

    private Deliver programmes() {
        return new Deliver(kafka, "programmes", "programming.programmes");
    }

    private static String programme(UUID id, String code, String strand) {
        return "{\"programmeId\": \"%s\", \"code\": \"%s\", \"strands\": [{\"code\": \"%s\"}], \"novelty\": 1}"
                .formatted(id, code, strand);
    }

    private static String workProgramme(UUID id, UUID action) {
        return "{\"workProgrammeId\": \"%s\", \"actions\": [{\"actionId\": \"%s\", \"reference\": \"A-%s\"}]}"
                .formatted(id, action, action);
    }

    private static ValidatableResponse probe(String more) {
        return officer()
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"x\"}, %s}".formatted(unique("probe"), more))
                .post("/v1/projects?dryRun=true")
                .then();
    }
}
