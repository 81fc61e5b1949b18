package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.created;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.isthmus.projects.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sources say beside the plain facts: each has a member of its own, none is left to a note. */
@QuarkusTest
class PrintedFactsTest {

    private static final String FACTS = """
            "programmeCode": "THEMATIC-MIGR",
            "otherProgrammes": [{"code": "THEMATIC-MIGR"}, {"name": "Intra-ACP Migration Facility", "source": {"document": "x"}}],
            "otherTitles": [{"title": "%1$s", "language": "fr", "kind": "TRANSLATION", "source": {"document": "Page"}}],
            "website": "https://example.org/%1$s",
            "period": {"start": "2010", "duration": "36 months",
                "figures": [{"start": "2010", "source": {"document": "Fiche"}, "current": true, "duration": "three years"}]},
            "contribution": {"figures": [
                {"amount": {"amount": "8000000.00", "currency": "EUR"}, "source": {"document": "Memo"}, "current": true,
                 "accuracy": "APPROXIMATE"}]},
            "totalCost": {"figures": [
                {"amount": {"amount": "9.00", "currency": "EUR"}, "source": {"document": "Memo"}, "current": true}]},
            "coFinanciers": [{"name": "Somebody", "amount": {"amount": "1.00", "currency": "EUR"}, "accuracy": "COMPUTED"}],
            "countries": [{"code": "MD", "role": "BENEFICIARY", "from": "2012", "to": "2013-06"}],
            "sources": [{"document": "Memo", "publisher": "European Commission", "language": "en", "kind": "COMMUNICATION"}]
            """;

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void eachFactIsKeptShownExportedAndFound() {
        String mark = unique("facts");
        String id = project(mark, FACTS.formatted(mark));

        get("programme-officer", "/v1/projects/" + id)
                .body("otherProgrammes[0].code", is("THEMATIC-MIGR"))
                .body("otherProgrammes[1].name", is("Intra-ACP Migration Facility"))
                .body("otherTitles[0].kind", is("TRANSLATION"))
                .body("website", is("https://example.org/" + mark))
                .body("period.duration", is("36 months"))
                .body("period.figures[0].duration", is("three years"))
                .body("contribution.accuracy", is("APPROXIMATE"))
                .body("totalCost.accuracy", nullValue())
                .body("coFinanciers[0].accuracy", is("COMPUTED"))
                .body("countries[0].from", is("2012"))
                .body("countries[0].to", is("2013-06"))
                .body("sources[0].publisher", is("European Commission"))
                .body("sources[0].language", is("en"))
                .body("sources[0].kind", is("COMMUNICATION"))
                .body("sources[0].url", nullValue());
        String csv = officer().get("/v1/projects?format=csv&reference=" + mark).asString();
        assertThat(csv)
                .contains("contributionAccuracy", "APPROXIMATE", "https://example.org/" + mark, "36 months")
                .contains("Intra-ACP Migration Facility");
        officer()
                .get("/v1/projects?otherProgramme=THEMATIC-MIGR&limit=1000")
                .then()
                .body("items.id", hasItem(id));
        officer().get("/v1/projects?q=%s Intra-ACP".formatted(mark)).then().body("items.id", contains(id));
    }

    @Test
    void aRelationSaysWhereItIsSaid() {
        String phase1 = project(unique("phase1"));
        String phase2 = project(unique("phase2"));
        String relation =
                created("programme-officer", "/v1/projects/%s/relations".formatted(phase2), """
                {"type": "FOLLOWS", "projectId": "%s", "source": {"document": "Memo"}, "note": "Named there as phase 1"}
                """.formatted(phase1));

        for (String seen : new String[] {phase1, phase2}) {
            get("programme-officer", "/v1/projects/" + seen)
                    .body("relations[0].note", is("Named there as phase 1"))
                    .body("relations[0].source.document", is("Memo"));
            get("programme-officer", "/v1/projects/%s/relations/%s".formatted(seen, relation))
                    .body("note", is("Named there as phase 1"))
                    .body("source.document", is("Memo"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"website\": \"ftp://example.org\" | /website",
                "\"website\": \"https://\" | /website",
                "\"website\": \"https://a b.org\" | /website",
                "\"website\": \"https://me:secret@example.org\" | /website",
                "\"otherTitles\": [{\"title\": \"x\", \"language\": \"xx\", \"kind\": \"SHORT\"}] | /otherTitles/0/language",
                "\"otherTitles\": [{\"title\": \"x\"}] | /otherTitles/0/kind",
                "\"otherProgrammes\": [{}] | /otherProgrammes/0",
                "\"otherProgrammes\": [{\"code\": \"NOPE\"}] | /otherProgrammes/0/code",
                "\"sources\": [{\"document\": \"x\", \"language\": \"english\"}] | /sources/0/language",
                "\"sources\": [{\"document\": \"x\", \"kind\": \"BOOK\"}] | /sources/0/kind",
                "\"sources\": [{\"document\": \"x\", \"url\": \"nowhere\"}] | /sources/0/url",
                "\"countries\": [{\"code\": \"MD\", \"role\": \"PILOT\", \"from\": \"2013\", \"to\": \"2012\"}] | /countries/0",
                "\"documents\": [{\"title\": \"x\", \"url\": \"https://example.org\", \"language\": \"klingon\"}] | /documents/0/language"
            })
    void whatCannotBeIsRefusedAtItsPlace(String member, String pointer) {
        post("programme-officer", "/v1/projects", """
                {"reference": "%s", "title": {"en": "x"}, %s}""".formatted(unique("wrong"), member))
                .statusCode(400)
                .body("errors[0].pointer", is(pointer));
    }
}
