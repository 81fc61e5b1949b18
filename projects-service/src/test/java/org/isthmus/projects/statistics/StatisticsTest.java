package org.isthmus.projects.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import org.isthmus.projects.World;
import org.isthmus.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects are counted and their contribution is attributed, as far as sources tell to what. */
@QuarkusTest
class StatisticsTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private final String lead = unique("lead");

    @BeforeEach
    void learn() {
        World.learn(kafka);
        organisation(lead);
    }

    @Test
    void moneyIsSplitByShareToTheCentAndThePrimaryStrandCarriesAll() {
        led("100.01", "EUR", """
                , "strands": [{"code": "asylum-protection"}, {"code": "migration-development"}],
                "countries": [{"code": "MD", "share": "33.3333", "role": "BENEFICIARY"},
                    {"code": "UA", "share": "33.3333", "role": "PILOT"}, {"code": "GE", "share": "33.3334", "role": "PILOT"},
                    {"code": "IT", "role": "HOST"}]""");

        ask("groupBy=country")
                .body("rows.key.country", is(List.of("GE", "IT", "MD", "UA")))
                .body("rows.projects", is(List.of(1, 1, 1, 1)))
                .body("rows.contribution.amount.flatten()", is(List.of("33.34", "33.34", "33.33")))
                .body("rows[1]", not(hasKey("contribution")))
                .body("notAttributed.contribution.amount", is(List.of("0.00")))
                .body("total.contribution", is(List.of(java.util.Map.of("amount", "100.01", "currency", "EUR"))));
        ask("groupBy=strand")
                .body("rows.key.strand", is(List.of("asylum-protection", "migration-development")))
                .body("rows.contribution.amount.flatten()", is(List.of("100.01", "0.00")));
        ask("groupBy=region,strand&strand=asylum-protection")
                .body("rows.key.region", is(List.of("ENPI East", "Elsewhere")))
                .body("rows.contribution.amount.flatten()", is(List.of("100.01")));
    }

    @Test
    void asATableItCountsOnce() {
        led("5.00", "EUR", ", \"countries\": [{\"code\": \"MD\", \"role\": \"PILOT\"}]");

        for (String measures : List.of("", "&measures=projects,contribution", "&measures=contribution")) {
            String table = officer()
                    .get("/v1/statistics/projects?groupBy=country&format=csv&organisation=" + lead + measures)
                    .asString();
            assertThat(table.lines().toList())
                    .element(0)
                    .isEqualTo("row,country,reason,currency,contribution,upTo,projects,asOf,scope");
            assertThat(table.lines().toList()).element(1).asString().startsWith("ROW,MD,,EUR,5.00,,1,");
        }
    }

    /** R4: one set of countries over all years, that of the day asked. */
    @Test
    void aCountryCarriesMoneyWhileItTakesPart() {
        led("10.00", "EUR", """
                , "countries": [{"code": "MD", "share": "60", "role": "BENEFICIARY"},
                    {"code": "UA", "share": "40", "role": "BENEFICIARY", "to": "2010"},
                    {"code": "GE", "share": "40", "role": "BENEFICIARY", "from": "2011-03", "to": "2997"},
                    {"code": "AM", "share": "40", "role": "BENEFICIARY", "from": "2998"}]""");
        led("3.00", "EUR", """
                , "period": {"start": "2008", "end": "2010"}, "countries": [
                    {"code": "UA", "role": "BENEFICIARY", "from": "2008", "to": "2010"}]""");
        led("1.00", "EUR", ", \"countries\": [{\"code\": \"AZ\", \"role\": \"PILOT\", \"to\": \"2009\"}]");

        ask("groupBy=country")
                .body("rows.key.country", is(List.of("AM", "AZ", "GE", "MD", "UA")))
                .body("rows.findAll { it.contribution }.key.country", is(List.of("GE", "MD", "UA")))
                .body("rows.contribution.amount.flatten()", is(List.of("4.00", "6.00", "3.00")))
                .body("notAttributed.contribution.amount", is(List.of("1.00")))
                .body("notAttributed.reasons.reason", is(List.of("no country takes part at the time")))
                .body("total.contribution.amount", is(List.of("14.00")));
        ask("groupBy=country,year&country=UA")
                .body("rows.contribution.amount.flatten()", is(List.of("3.00")))
                .body("total.contribution.amount", is(List.of("13.00")));
    }

    @Test
    void noneIsTheSameInTotalsAndInTheList() {
        String host = led("5.00", "EUR", ", \"countries\": [{\"code\": \"IT\", \"role\": \"HOST\"}]");
        String nowhere = led("2.00", "EUR", "");
        led("1.00", "EUR", ", \"countries\": [{\"code\": \"MD\", \"role\": \"PILOT\"}]");

        ask("groupBy=country&country=none")
                .body("total.projects", is(2))
                .body("total.contribution.amount", is(List.of("7.00")))
                .body("notAttributed.reasons.reason", containsInAnyOrder("no country", "no country benefits by name"));
        officer()
                .get("/v1/projects?country=none&facets=country&organisation=" + lead)
                .then()
                .body("items.id", containsInAnyOrder(host, nowhere))
                .body("facets.country.find { it.value == 'none' }.count", is(2));
    }

    @Test
    void whatNobodyKnowsTheShareOfIsNotAttributedAndSaysWhy() {
        led("10.00", "EUR", """
                , "countries": [{"code": "MD", "role": "BENEFICIARY"}, {"code": "UA", "role": "BENEFICIARY"}]""");
        led("5.00", "EUR", ", \"countries\": [{\"code\": \"IT\", \"role\": \"PLACE_OF_ACTIVITY\"}]");
        led("7", "JPY", ", \"countries\": [{\"code\": \"MD\", \"role\": \"PILOT\"}]");
        project(unique("unknown"), parties());

        ask("groupBy=country")
                .body("currencies", is(List.of("EUR", "JPY")))
                .body("rows.key.country", is(List.of("IT", "MD", "UA")))
                .body("rows.projects", is(List.of(1, 2, 1)))
                .body("rows[0]", not(hasKey("contribution")))
                .body("rows[1].contribution.amount", is(List.of("7")))
                .body("rows[1].upTo.amount", is(List.of("10.00")))
                .body("rows[2]", not(hasKey("contribution")))
                .body("rows[2].upTo.amount", is(List.of("10.00")))
                .body("notAttributed.projects", is(3))
                .body("notAttributed.contribution.amount", is(List.of("15.00", "0")))
                .body(
                        "notAttributed.reasons.reason",
                        is(List.of("country shares unknown", "no country", "no country benefits by name")))
                .body("notAttributed.reasons.projects", is(List.of(1, 1, 1)))
                .body(
                        "notAttributed.reasons.contribution.amount",
                        is(List.of(List.of("10.00", "0"), List.of("0.00", "0"), List.of("5.00", "0"))))
                .body("total.projects", is(4))
                .body("total.contributionUnknown", is(1));
        ask("groupBy=country&country=UA")
                .body("rows.key.country", is(List.of("UA")))
                .body("total.projects", is(1))
                .body("total.contribution.amount", is(List.of("10.00")));
        ask("groupBy=scope,programme")
                .body("rows", hasSize(0))
                .body("notAttributed.reasons.reason", is(List.of("no programme, no scope")));
    }

    @Test
    void aProjectCountsInEachYearAndItsMoneyInTheFirst() {
        led("8.00", "EUR", ", \"period\": {\"start\": \"2009-05\", \"end\": \"2011\"}");
        led("4.00", "EUR", ", \"period\": {\"start\": \"2011\"}");

        ask("groupBy=year")
                .body("rows.key.year", is(List.of(2009, 2010, 2011)))
                .body("rows.projects", is(List.of(1, 1, 2)))
                .body("rows.contribution.amount.flatten()", is(List.of("8.00", "4.00")))
                .body("rows[1]", not(hasKey("contribution")));
        ask("groupBy=year&year=2010")
                .body("rows.key.year", is(List.of(2010)))
                .body("notAttributed.reasons.reason", is(List.of("another year than asked for")))
                .body("notAttributed.contribution.amount", is(List.of("8.00")));
    }

    @Test
    void thePartsOfAnUmbrellaAddNothingOfTheirOwnToThoseWhoSeeIt() {
        String umbrella = led("100.00", "EUR", "");
        String middle = project(unique("middle"), parties());
        String part = led("30.00", "EUR", "");
        relate(middle, "PART_OF", umbrella);
        relate(part, "PART_OF", middle);
        publish(part);

        ask("groupBy=status")
                .body("total.projects", is(3))
                .body("total.contribution.amount", is(List.of("100.00")))
                .body("total.includedInUmbrella", is(2))
                .body("rows.projects", is(List.of(3)));
        given().get("/v1/statistics/projects?groupBy=status&organisation=" + lead)
                .then()
                .body("scope", is("PUBLISHED"))
                .body("total.projects", is(1))
                .body("total.includedInUmbrella", is(0))
                .body("total.contribution.amount", is(List.of("30.00")));
    }

    @Test
    void whatThePartsOfAnUmbrellaKnowIsAttributed() {
        String umbrella = led("100.00", "EUR", "");
        String a = led("60.00", "EUR", ", \"countries\": [{\"code\": \"MD\", \"role\": \"BENEFICIARY\"}]");
        String b = led("30.00", "EUR", "");
        String inner = led("20.00", "EUR", ", \"countries\": [{\"code\": \"UA\", \"role\": \"PILOT\"}]");
        relate(a, "PART_OF", umbrella);
        relate(b, "PART_OF", umbrella);
        relate(inner, "PART_OF", b);

        ask("groupBy=country")
                .body("countingLevel", is("PROJECT"))
                .body("rows.key.country", is(List.of("MD", "UA")))
                .body("rows.contribution.amount.flatten()", is(List.of("60.00", "20.00")))
                .body("notAttributed.contribution.amount", is(List.of("20.00")))
                .body("total.contribution.amount", is(List.of("100.00")));
        ask("groupBy=country&country=MD").body("total.contribution.amount", is(List.of("60.00")));
    }

    @Test
    void partsThatAddToMoreThanTheirUmbrellaShareIt() {
        String umbrella = led("100.00", "EUR", "");
        for (String share : List.of("90.00", "60.00")) {
            relate(led(share, "EUR", ", \"scope\": \"COUNTRY\""), "PART_OF", umbrella);
        }

        ask("groupBy=scope")
                .body("rows.contribution.amount.flatten()", is(List.of("100.00")))
                .body("notAttributed.contribution.amount", is(List.of("0.00")));
    }

    @Test
    void aRegionThatAllCountriesAreInHasTheMoneyThatNoCountryHas() {
        led("10.00", "EUR", """
                , "countries": [{"code": "MD", "role": "BENEFICIARY"}, {"code": "UA", "role": "BENEFICIARY"}]""");

        ask("groupBy=region").body("rows.contribution.amount.flatten()", is(List.of("10.00")));
    }

    @Test
    void aPastDayIsAnsweredAsItWasRecorded() {
        led("10.00", "EUR", "");

        ask("groupBy=status&asOf=2001-01-01").body("total.projects", is(0)).body("asOf.meaning", is("RECORDED"));
        officer().get("/v1/statistics/projects?asOf=2999-01-01").then().statusCode(400);
    }

    @Test
    void whatCanNotBeIsRefusedByName() {
        officer()
                .get("/v1/statistics/projects?country=md&year=abc&strnd=x&asOf=")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("country", "year", "strnd", "asOf"));
        officer()
                .get("/v1/statistics/projects?strand=typo&organisation=NOPE&programme=x&region=y")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("strand", "organisation", "programme", "region"));
    }

    @Test
    void hiddenProjectsCountOnlyForThoseWhoMaySeeThem() {
        led("1.00", "EUR", "");
        publish(led("2.00", "EUR", ""));
        String path = "/v1/statistics/projects?groupBy=status&organisation=" + lead;

        given().get(path).then().body("total.projects", is(1)).body("total.contribution.amount", is(List.of("2.00")));
        partner(unique("other")).get(path).then().body("total.projects", is(1));
        partner(lead)
                .get(path)
                .then()
                .body("scope", is("PUBLISHED_AND_OWN"))
                .body("total.contribution.amount", is(List.of("3.00")));
        officer().get(path).then().body("scope", is("ALL")).body("total.contribution.amount", is(List.of("3.00")));
    }

    @Test
    void anAnswerIsOneStatement() {
        led("1.00", "EUR", "");

        assertThat(Statements.during(() -> ask("groupBy=strand,country,year&year=2010&country=none")))
                .hasSize(1);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        officer()
                .get("/v1/statistics/projects?groupBy=colour,strand,strand&size=1&status=OPEN&scope=VILLAGE&q=x")
                .then()
                .statusCode(400)
                .body("code", is("invalid-request"))
                .body("errors.parameter", containsInAnyOrder("groupBy", "groupBy", "size", "status", "scope", "q"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "form", "repeated", "unknown-parameter", "form", "form", "unknown-parameter"));
        officer()
                .get("/v1/statistics/projects?groupBy=strand,country,region,year")
                .then()
                .statusCode(400)
                .body("errors.code", is(List.of("too-many")));
    }

    private ValidatableResponse ask(String query) {
        return officer()
                .get("/v1/statistics/projects?organisation=" + lead + "&" + query)
                .then()
                .statusCode(200);
    }

    private String led(String amount, String currency, String more) {
        return project(unique("counted"), parties() + """
                , "contribution": {"figures": [{"amount": {"amount": "%s", "currency": "%s"},
                    "source": {"document": "Memo"}, "current": true}]}""".formatted(amount, currency) + more);
    }

    private String parties() {
        return "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(lead);
    }
}
