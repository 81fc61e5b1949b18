package org.isthmus.funding.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** Of all entries of a project a country has what the set of countries says that holds on the day asked (R4). */
@QuarkusTest
class CountriesByTimeTest {

    private static final String UNTIL_2011 = """
            , "attribution": {"countries": [{"code": "MD", "share": "60.0000"}, {"code": "UA", "share": "40.0000"}],
                 "earlier": [{"until": "2011-06-30", "countries": [{"code": "MD", "share": "100.0000"}]}]}
            """;

    private static final String UNTIL_2009 = UNTIL_2011.replace("2011-06-30", "2009-12-31");

    @Inject
    @Any
    InMemoryConnector kafka;

    private final UUID project = UUID.randomUUID();

    @Test
    void aCountryThatJoinsLaterHasAPartFromThenOn() {
        givenACommitment();

        assertThat(committed("&asOf=2011-06-30")).isEqualTo(Map.of("MD", "10.01"));
        assertThat(committed("&asOf=2011-07-01")).isEqualTo(Map.of("MD", "6.01", "UA", "4.00"));
        assertThat(committed("")).isEqualTo(Map.of("MD", "6.01", "UA", "4.00"));
        assertThat(report("&country=UA&asOf=2011-06-30").getString("total.committed"))
                .isEqualTo("0.00");
        EntrySums.assertMakeUp(report("&asOf=2011-06-30"));
        EntrySums.assertMakeUp(report(""));
    }

    @Test
    void movementsAreFoundByTheCountriesOfTheDay() {
        givenACommitment();

        TestClient.get("auditor", "/v1/movements?country=UA&project=" + project).body("items", hasSize(1));
        TestClient.get("auditor", "/v1/movements?country=UA&asOf=2011-06-30&project=" + project)
                .body("items", hasSize(0));
        TestClient.get("auditor", "/v1/movements?country=MD&asOf=2011-06-30&project=" + project)
                .body("items", hasSize(1));
    }

    @Test
    void correctingWhenItJoinedChangesThePastButNotWhatWasKnown() {
        givenACommitment();
        Instant known = Instant.parse(report("").getString("asOf.at"));
        tell(2, UNTIL_2009);

        await().untilAsserted(
                        () -> assertThat(committed("&asOf=2011-06-30")).isEqualTo(Map.of("MD", "6.01", "UA", "4.00")));
        assertThat(committed("&asOf=2011-06-30&recordedAsOf=" + known)).isEqualTo(Map.of("MD", "10.01"));
    }

    private void givenACommitment() {
        String line = Scene.line(2010, "100.00");
        tell(1, UNTIL_2011);
        Scene.committed(Scene.allocated(kafka, line, 2010, "10.01"), project, "10.01", "2010-12-01");
    }

    private void tell(int version, String further) {
        Scene.projects(kafka).event("eu.isthmus.projects.project.changed.v1", project, version, """
                {"projectId": "%s", "version": %d, "reference": "%s", "published": true%s}
                """.formatted(
                        project, version, project, further));
        TestClient.awaitStatus("/v1/execution?project=" + project, 200);
    }

    private Map<String, String> committed(String further) {
        JsonPath report = report(further);
        Map<String, String> committed = new TreeMap<>();
        for (int i = 0; i < report.getList("rows").size(); i++) {
            committed.put(
                    report.getString("rows[%d].key.country".formatted(i)),
                    report.getString("rows[%d].committed".formatted(i)));
        }
        return committed;
    }

    private JsonPath report(String further) {
        return TestClient.get(
                        "auditor", "/v1/execution?groupBy=country&measures=committed&project=" + project + further)
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
