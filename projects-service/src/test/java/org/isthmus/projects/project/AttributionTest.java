package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.unique;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.isthmus.projects.World;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project says in its events to what its money belongs, so that nobody else infers it. */
@QuarkusTest
class AttributionTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void theFirstStrandAndTheOnlyCountryCarryAll() {
        JsonNode told = told(project(unique("one"), """
                "period": {"start": "2010"},
                "strands": [{"code": "economic-migration"}, {"code": "asylum-protection"}],
                "countries": [{"code": "MD", "role": "BENEFICIARY"}, {"code": "IT", "role": "PLACE_OF_ACTIVITY"}]"""));

        assertThat(told.at("/attribution/strands").toString())
                .isEqualTo("[{\"code\":\"economic-migration\",\"share\":\"100.0000\"}]");
        assertThat(told.at("/attribution/countries").toString())
                .isEqualTo("[{\"code\":\"MD\",\"share\":\"100.0000\",\"region\":\"ENPI East\"}]");
        assertThat(told.at("/attribution/regions/0/code").asText()).isEqualTo("ENPI East");
        assertThat(told.at("/attribution/notAttributed").isMissingNode()).isTrue();
    }

    @Test
    void aRegionIsKnownWhereTheSharesOfItsCountriesAreNot() {
        JsonNode told = told(project(unique("region"), """
                "countries": [{"code": "MD", "role": "BENEFICIARY"}, {"code": "UA", "role": "PILOT"}]"""));

        assertThat(told.at("/attribution/countries").isMissingNode()).isTrue();
        assertThat(told.at("/attribution/regions").toString())
                .isEqualTo("[{\"code\":\"ENPI East\",\"share\":\"100.0000\"}]");
        assertThat(told.at("/attribution/notAttributed").toString())
                .isEqualTo("{\"strands\":\"no strand\",\"countries\":\"country shares unknown\","
                        + "\"years\":\"year unknown\"}");
    }

    @Test
    void hostAndOriginDoNotBenefit() {
        JsonNode told = told(project(unique("host"), """
                "countries": [{"code": "RU", "role": "HOST"}, {"code": "AM", "role": "ORIGIN"}]"""));

        assertThat(told.at("/attribution/notAttributed/countries").asText()).isEqualTo("no country benefits by name");
    }

    /** R4: a total uses the set that holds on the day asked. */
    @Test
    void whatHeldBeforeCountriesJoinedOrLeftIsToldByItsLastDay() {
        JsonNode told = told(project(unique("joined"), """
                "period": {"start": "2009", "end": "2014-06"},
                "countries": [{"code": "MD", "role": "BENEFICIARY", "from": "2009", "to": "2012-06"},
                    {"code": "UA", "role": "PILOT", "from": "2011-03-15"}, {"code": "EG", "role": "PILOT", "to": "2014"}]"""));

        assertThat(told.at("/attribution/earlier/0/until").asText()).isEqualTo("2011-03-14");
        assertThat(told.at("/attribution/earlier/0/notAttributed/countries").asText())
                .isEqualTo("country shares unknown");
        assertThat(told.at("/attribution/earlier/1/until").asText()).isEqualTo("2012-06-30");
        assertThat(told.at("/attribution/earlier").size()).isEqualTo(2);
        assertThat(told.at("/attribution/notAttributed/countries").asText()).isEqualTo("country shares unknown");

        JsonNode left = told(project(unique("left"), """
                "period": {"start": "2009"},
                "countries": [{"code": "MD", "role": "BENEFICIARY", "share": "30", "to": "2010"},
                    {"code": "MD", "role": "BENEFICIARY", "share": "100", "from": "2011", "to": "2011-12"},
                    {"code": "EG", "role": "BENEFICIARY", "share": "70", "to": "2010-12-31"}]"""));

        assertThat(left.at("/attribution/earlier/0/countries").toString())
                .isEqualTo("[{\"code\":\"MD\",\"share\":\"30.0000\",\"region\":\"ENPI East\"},"
                        + "{\"code\":\"EG\",\"share\":\"70.0000\",\"region\":\"ENPI South\"}]");
        assertThat(left.at("/attribution/earlier/1/regions").toString())
                .isEqualTo("[{\"code\":\"ENPI East\",\"share\":\"100.0000\"}]");
        assertThat(left.at("/attribution/earlier/1/until").asText()).isEqualTo("2011-12-31");
        assertThat(left.at("/attribution/countries").isMissingNode()).isTrue();
        assertThat(left.at("/attribution/notAttributed/countries").asText())
                .isEqualTo("no country takes part at the time");
    }

    @Test
    void theYearsThatItRanInAreToldAndTheFirstHasTheMoney() {
        JsonNode open = told(project(unique("open"), """
                "period": {"start": "2018-01"}, "sources": [{"document": "Memo", "asOf": "2021-12"}],
                "historicalStatus": {"status": "IMPLEMENTATION", "reason": "By the memo"}"""));
        assertThat(open.at("/attribution/years").toString())
                .isEqualTo("{\"first\":2018,\"last\":2021,\"runsOn\":false}");
        assertThat(open.at("/attribution/notAttributed/years").isMissingNode()).isTrue();

        JsonNode ended = told(project(unique("ended"), "\"period\": {\"end\": \"2011-03\"}"));
        assertThat(ended.at("/attribution/years/first").asInt()).isEqualTo(2011);
        assertThat(ended.at("/attribution/notAttributed/years").asText()).isEqualTo("year unknown");
    }

    @Test
    void aPartNamesItsUmbrellaAsLongAsItIsPartOfIt() {
        String umbrella = project(unique("umbrella"));
        String part = project(unique("part"));
        relate(part, "PART_OF", umbrella);

        await().untilAsserted(() ->
                assertThat(Told.last(kafka, part).path("partOf").asText()).isEqualTo(umbrella));
        assertThat(Told.last(kafka, umbrella).path("partOf").isMissingNode()).isTrue();

        String relation =
                TestClient.officer().get("/v1/projects/" + part + "/relations").path("items[0].id");
        TestClient.officer()
                .delete("/v1/projects/%s/relations/%s".formatted(part, relation))
                .then()
                .statusCode(204);
        await().untilAsserted(() -> {
            assertThat(Told.last(kafka, part).path("version").asInt()).isEqualTo(3);
            assertThat(Told.last(kafka, part).path("partOf").isMissingNode()).isTrue();
        });
    }

    private JsonNode told(String project) {
        await().untilAsserted(() ->
                assertThat(Told.last(kafka, project).isMissingNode()).isFalse());
        return Told.last(kafka, project);
    }
}
