package org.isthmus.projects.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import org.isthmus.projects.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is peculiar about each of the seven projects that the memo of 2011 describes can be said and read back. */
@QuarkusTest
class DocumentedProjectsTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void moldovaHasAPlaceOfActivityBesideItsBeneficiaryAndTwoPeriods() {
        read(project(unique("TI-MOLDOVA"), """
                "period": {"figures": [
                    {"start": "2009", "end": "2012", "source": {"document": "Memo"}, "current": false},
                    {"start": "2009-02", "end": "2012-01", "source": {"document": "Page"}, "current": true}]},
                "countries": [{"code": "MD", "role": "BENEFICIARY", "share": "100.0000", "nameAsWritten": "Republic of Moldova"},
                    {"code": "IT", "role": "PLACE_OF_ACTIVITY"}, {"code": "DE", "role": "PLACE_OF_ACTIVITY"}],
                "regions": ["EU"],
                "results": [{"kind": "ACHIEVED", "text": {"en": "Call centre set up"}, "label": "Amongst the achievements"}]"""))
                .body("period.start", is("2009-02"))
                .body("period.end", is("2012-01"))
                .body("period.figures", hasSize(2))
                .body("countries.role", contains("BENEFICIARY", "PLACE_OF_ACTIVITY", "PLACE_OF_ACTIVITY"))
                .body("countries[0].nameAsWritten", is("Republic of Moldova"))
                .body("regions", contains("EU"))
                .body("results[0].label", is("Amongst the achievements"));
    }

    @Test
    void russiaAndTheCaucasusAreHostAndOriginAcrossThreeStrands() {
        read(project(unique("RUSSIA-CAUCASUS"), """
                "strands": [{"code": "migrant-protection", "share": "100.0000", "inferred": true},
                    {"code": "migration-development", "share": "0.0000", "inferred": true},
                    {"code": "illegal-migration-readmission", "share": "0.0000", "inferred": true}],
                "countries": [{"code": "RU", "role": "HOST"}, {"code": "AM", "role": "ORIGIN"},
                    {"code": "AZ", "role": "ORIGIN"}, {"code": "GE", "role": "ORIGIN"}],
                "crossCutting": {"flaggedInSource": true, "issues": [{"en": "irregular migration"}, {"en": "development"}]}"""))
                .body(
                        "strands.code",
                        contains("migrant-protection", "migration-development", "illegal-migration-readmission"))
                .body("strands[0].share", is("100.0000"))
                .body("strands[1].share", is("0.0000"))
                .body("strands.inferred", contains(true, true, true))
                .body("countries[0].role", is("HOST"))
                .body("crossCutting.flaggedInSource", is(true))
                .body("programme", nullValue());
    }

    @Test
    void iMapHasNoCountryAndAFollowUp() {
        String europol = unique("EUROPOL");
        organisation(europol);
        String first = project(unique("I-MAP"), """
                "regions": ["Africa", "Middle East", "Mediterranean Region"], "scope": "REGIONAL",
                "organisations": [{"organisationReference": "%s", "role": "ASSOCIATE", "roleAsWritten": "involved in data and analyses"}]""".formatted(europol));
        String second = project(unique("I-MAP-II"));
        relate(second, "FOLLOWS", first);

        read(first)
                .body("countries", hasSize(0))
                .body("regions", hasSize(3))
                .body("organisations[0].reference", is(europol))
                .body("organisations[0].roleAsWritten", is("involved in data and analyses"))
                .body("relations", hasSize(0)); // Europol may read this one and not the second
        officer()
                .get("/v1/projects/" + first + "/relations")
                .then()
                .body("items[0].type", is("FOLLOWED_BY"))
                .body("items[0].project.id", is(second));
        read(second)
                .body("relations[0].type", is("FOLLOWS"))
                .body("contribution", nullValue())
                .body("period", nullValue());
    }

    @Test
    void goingBackHasOnlyPlannedResults() {
        String id = project(unique("GOING-BACK"), """
                "results": [{"kind": "PLANNED", "text": {"en": "Better support"}, "label": "By the end of the project"},
                    {"kind": "PLANNED", "text": {"en": "Better integration"}, "label": "By the end of the project"}]""");

        officer()
                .get("/v1/projects/" + id + "/results")
                .then()
                .statusCode(200)
                .body("items.kind", contains("PLANNED", "PLANNED"))
                .body("items[1].text.en", is("Better integration"));
    }

    @Test
    void theJointInitiativeIsAnUmbrellaWhoseSourcesDisagree() {
        String umbrella = project(unique("JMDI"), """
                "scope": "GLOBAL", "subProjects": {"reported": 51, "countriesReported": 16},
                "period": {"start": "2008", "figures": [
                    {"end": "2011", "source": {"document": "Memo", "asOf": "2011-11-18"}, "current": false},
                    {"end": "2012-11-30", "source": {"document": "UNDP page", "url": "https://example.org/jmdi"}, "current": true}]},
                "contribution": {"label": "EC contribution", "figures": [{"amount": {"amount": "15000000.00", "currency": "EUR"},
                    "source": {"document": "Memo", "asOf": "2011-11-18"}, "current": true}]}""");
        officer()
                .get("/v1/projects?countingLevel=UMBRELLA&q=" + reference(umbrella))
                .then()
                .body("items.id", is(List.of(umbrella)));

        relate(project(unique("JMDI-GH")), "PART_OF", umbrella);

        read(umbrella)
                .body("subProjects.reported", is(51))
                .body("subProjects.countriesReported", is(16))
                .body("subProjects.recorded", is(1))
                .body("period.end", is("2012-11-30"))
                .body("period.figures.end", contains("2011", "2012-11-30"))
                .body("contribution.label", is("EC contribution"))
                .body("contribution.amount.amount", is("15000000.00"))
                .body("contribution.figures[0].source.asOf", is("2011-11-18"));
    }

    @Test
    void theObservatoryIsOngoingInTwelvePilotCountriesWithTwoFigures() {
        String id = project(unique("ACP-OBSERVATORY"), """
                "period": {"start": "2010", "ongoing": true},
                "countries": [%s],
                "pilotCountries": {"count": 12, "openToMore": true, "launchedYear": 2010},
                "contribution": {"label": "EU contribution", "figures": [
                    {"amount": {"amount": "8000000.00", "currency": "EUR"}, "source": {"document": "Memo"}, "current": false, "note": "Rounded"},
                    {"amount": {"amount": "7994060.00", "currency": "EUR"}, "source": {"document": "Page"}, "current": true,
                        "label": "European Union contributes"}]},
                "totalCost": {"figures": [{"amount": {"amount": "9404776.00", "currency": "EUR"}, "source": {"document": "Page"}, "current": true}]},
                "coFinanciers": [{"name": "Swiss state", "amount": {"amount": "650000.00", "currency": "CHF"}}]""".formatted(String.join(
                ",",
                List.of("AO", "CM", "CD", "HT", "KE", "LS", "NG", "PG", "SN", "TZ", "TL", "TT").stream()
                        .map("{\"code\": \"%s\", \"role\": \"PILOT\"}"::formatted)
                        .toList())));

        read(id).body("period.ongoing", is(true))
                .body("period.end", nullValue())
                .body("countries", hasSize(12))
                .body("pilotCountries.openToMore", is(true))
                .body("contribution.amount.amount", is("7994060.00"))
                .body("contribution.figures", hasSize(2))
                .body("contribution.figures[1].label", is("European Union contributes"))
                .body("totalCost.amount.amount", is("9404776.00"))
                .body("coFinanciers[0].amount.currency", is("CHF"));
        // no source that is dated tells of it later than of its start
        officer()
                .get("/v1/projects?yearTo=2010&endKnown=OPEN&q=" + reference(id))
                .then()
                .body("items", hasSize(1));
        officer().get("/v1/projects?yearFrom=2011&q=" + reference(id)).then().body("items", hasSize(0));
    }

    @Test
    void egyptPredatesTheProgrammeAndBelongsToNone() {
        String id = project(unique("EGYPT"), """
                "period": {"start": "2006", "end": "2007"}, "strands": [{"code": "asylum-protection", "inferred": true}],
                "countries": [{"code": "EG", "role": "BENEFICIARY"}], "sources": [{"document": "Memo"}],
                "historicalStatus": {"status": "CLOSED", "reason": "Derived: ended in 2007."}""");

        read(id).body("programme", nullValue())
                .body("status", is("CLOSED"))
                .body("historical", is(true))
                .body("history[0].reason", is("Derived: ended in 2007."))
                .body("money", nullValue());
        officer().get("/v1/projects?programme=none&q=" + reference(id)).then().body("items", hasSize(1));
    }

    private static ValidatableResponse read(String id) {
        return officer().get("/v1/projects/" + id).then().statusCode(200);
    }

    private static String reference(String id) {
        return officer().get("/v1/projects/" + id).path("reference");
    }
}
