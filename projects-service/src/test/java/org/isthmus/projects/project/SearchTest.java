package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.created;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.projects.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What projects and organisations are found by, and in which order. */
@QuarkusTest
class SearchTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @ParameterizedTest
    @CsvSource({
        "œuvrex, oeuvrex",
        "Færøx, faerox",
        "Łodźx, lodzx",
        "Đakovox, dakovox",
        "Straßex, strassex",
        "Diyarbakırx, diyarbakirx",
        "Ísafjörðurx, isafjordurx",
        "Þingx, thingx",
        "Αθήναςx, αθηναςx",
        "Семёновx, семеновx",
        "Ñandúx, nandux",
        "ﬁnancex, financex",
        "İzmirx, izmirx"
    })
    void lettersOfAllAlphabetsAreFoldedBothWays(String written, String plain) {
        String mark = unique("fold").replace("-", "");
        String one = titled(mark, written);
        String other = titled(mark, plain);

        for (String asked : List.of(written, plain, written.toUpperCase(java.util.Locale.ROOT))) {
            search(mark + " " + asked).body("items.id", hasItem(one)).body("items.id", hasItem(other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moldova",
                "Moldau",
                "Moldavie",
                "Μολδαβία",
                "République test",
                "ENPI East",
                "migration and development",
                "brain drain",
                "fuite cerveaux",
                "Thematic programme",
                "health professionals",
                "Institut pour la recherche",
                "EuropeAid/1234"
            })
    void namesInEachLanguageAreSearched(String asked) {
        String mark = unique("named").replace("-", "");
        created("programme-officer", "/v1/organisations", """
                {"reference": "%s", "names": {"en": "Institute", "fr": "Institut pour la recherche"}}""".formatted(mark));
        String id = project(mark + "-1", """
                "countries": [{"code": "MD", "role": "BENEFICIARY", "nameAsWritten": "République test"}],
                "strands": [{"code": "migration-development"}], "actionId": "%s", "programmeCode": "THEMATIC-MIGR",
                "call": "EuropeAid/1234", "organisations": [{"organisationReference": "%s", "role": "LEAD"}]
                """.formatted(World.ACTION, mark));

        search(mark + " " + asked).body("items.id", contains(id)).body("approximate", nullValue());
    }

    @Test
    void theTitleCountsMoreAndPagesGoOnInThatOrder() {
        String word = unique("relevant").replace("-", "");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(project(unique("c" + i), "\"summary\": {\"en\": \"about %s and much more\"}".formatted(word)));
        }
        String best = titled(unique("z"), word);
        ids.add(best);

        search(word).body("items[0].id", is(best)).body("items", hasSize(4));
        officer().get("/v1/projects?sort=reference&q=" + word).then().body("items[3].id", is(best));
        List<String> paged = new ArrayList<>();
        String next = "/v1/projects?limit=1&q=" + word;
        while (next != null) {
            ValidatableResponse page = get("programme-officer", next).statusCode(200);
            paged.addAll(page.extract().path("items.id"));
            next = page.extract().path("next");
        }
        assertThat(paged)
                .containsExactlyInAnyOrderElementsOf(ids)
                .startsWith(best)
                .hasSize(4);
        assertThat(officer()
                        .get("/v1/projects?format=csv&q=" + word)
                        .asString()
                        .lines()
                        .skip(1)
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains(best));
        officer().get("/v1/projects?sort=relevance").then().statusCode(400).body("errors[0].parameter", is("sort"));
    }

    @Test
    void whatIsWrittenOtherwiseIsGuessedOnlyWhereNothingIsFoundAndSaidSo() {
        String id = project(unique("guess"), "\"summary\": {\"en\": \"Xylophonic readmissionable quarters\"}");
        World.publish(id);
        String hidden = project(unique("guess"), "\"summary\": {\"en\": \"Xylophonic readmissionable quarters\"}");

        for (String asked : List.of("xylofonic", "xylophnoic quartres", "readmisionable", "xilophonic")) {
            get("/v1/projects?total=true&q=" + asked)
                    .statusCode(200)
                    .body("items.id", contains(id))
                    .body("items.id", not(hasItem(hidden)))
                    .body("total", is(1))
                    .body("approximate", is(true));
        }
        get("/v1/projects?q=xylophonic").body("items.id", contains(id)).body("approximate", nullValue());
        String next = officer().get("/v1/projects?limit=1&q=xylofonic").path("next");
        get("programme-officer", next).statusCode(200).body("items", hasSize(1)).body("approximate", is(true));
        get("/v1/projects?q=nothingatallofthekind").statusCode(200).body("items", hasSize(0));
        get("/v1/projects?q=7654321").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void organisationsAreFoundByTheirCountry() {
        String mark = unique("suisse").replace("-", "");
        created("programme-officer", "/v1/organisations", """
                {"reference": "%s", "names": {"en": "Office"}, "country": "CH"}""".formatted(mark));

        officer()
                .queryParam("q", mark + " Schweiz")
                .get("/v1/organisations")
                .then()
                .body("items.reference", contains(mark));
    }

    private static String titled(String reference, String title) {
        return created("programme-officer", "/v1/projects", """
                {"reference": "%s", "title": {"en": "%s"}}""".formatted(unique(reference), title));
    }

    private static ValidatableResponse search(String words) {
        return officer().queryParam("q", words).get("/v1/projects").then().statusCode(200);
    }
}
