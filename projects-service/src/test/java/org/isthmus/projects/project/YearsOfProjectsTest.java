package org.isthmus.projects.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.projects.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The years in which projects ran: lists, facets and statistics say the same of them. */
@QuarkusTest
class YearsOfProjectsTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    Projects projects;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    private final String call = unique("years");
    private final String lead = unique("years");

    @BeforeEach
    void learn() {
        World.learn(kafka);
        organisation(lead);
    }

    @Test
    void anUnknownEndRunsUntilTheLastSourceThatTellsOfIt() {
        String id = entered("2018-01", null, "IMPLEMENTATION", "2021-12");

        found("year=2019", id);
        found("year=2021", id);
        found("projectYear=2021", id);
        found("yearFrom=2021&yearTo=2021", id);
        found("endKnown=UNKNOWN", id);
        found("year=2022");
        found("yearFrom=2022");
        officer()
                .get("/v1/projects?facets=year,endKnown&call=" + call)
                .then()
                .body("facets.year.value", containsInAnyOrder("2018", "2019", "2020", "2021"))
                .body("facets.endKnown.value", contains("UNKNOWN"));
        statistics("groupBy=projectYear").body("rows.key.projectYear", containsInAnyOrder(2018, 2019, 2020, 2021));
        statistics("groupBy=endKnown").body("rows.key.endKnown", contains("UNKNOWN"));
        statistics("year=2019").body("total.projects", is(1));
        statistics("groupBy=projectYear&projectYear=2019")
                .body("rows.key.projectYear", contains(2019))
                .body("rows[0].contribution", nullValue())
                .body("notAttributed.contribution[0].amount", is("100.00"))
                .body("notAttributed.reasons.reason", contains("another projectYear than asked for"));
        statistics("groupBy=status,projectYear&projectYear=2019")
                .body(
                        "rows.key",
                        contains(
                                Map.of("status", "IMPLEMENTATION", "projectYear", 2019),
                                Map.of("status", "IMPLEMENTATION", "projectYear", "none")))
                .body("rows.projects", contains(1, 0))
                .body("rows[1].contribution[0].amount", is("100.00"))
                .body("notAttributed.contribution[0].amount", is("0.00"));
        statistics("year=2022").body("total.projects", is(0));
    }

    @Test
    void aSourceThatTellsOfTheEndDoesNotTellThatItRanThen() {
        String id = entered("2008-03", null, "CLOSED", "2021-12");

        found("year=2008", id);
        found("year=2009");
    }

    @Test
    void aStatusEnteredByAnActRunsUntilToday() {
        String id = entered("2018-01", null, "SUSPENDED", "2019-05");
        found("year=2020");
        officer()
                .body("{\"to\": \"IMPLEMENTATION\", \"date\": \"2020-02\", \"reason\": \"Resumed\"}")
                .post("/v1/projects/" + id + "/move")
                .then()
                .statusCode(200);
        int year = LocalDate.now(clock).getYear();

        found("year=" + year, id);
        found("year=" + (year + 1));
        found("yearFrom=" + (year + 1));

        Query.of("update project_view set last_year = ?, years = array[2018] where id = ?", 2018, UUID.fromString(id))
                .execute(database);
        projects.countThisYear();
        found("year=" + year, id);
        found("year=2020", id);
    }

    @Test
    void ofAnEndWithoutAStartTheYearOfTheMoneyIsUnknown() {
        String id = entered(null, "2011-03", "CLOSED", "2011-05");

        found("year=2011", id);
        statistics("groupBy=year")
                .body("rows.key.year", contains(2011))
                .body("rows[0].projects", is(1))
                .body("rows[0].contribution", nullValue())
                .body("rows[0].upTo[0].amount", is("100.00"))
                .body("notAttributed.reasons.reason", contains("year unknown"));
        statistics("groupBy=projectYear")
                .body("rows.key.projectYear", contains(2011))
                .body("rows[0].contribution", nullValue())
                .body("notAttributed.reasons.reason", contains("year unknown"));
    }

    @Test
    void oneYearIsARangeOfOne() {
        String open = entered("2010", null, "IMPLEMENTATION", "2014");
        String over = entered("2011", "2013", "CLOSED", "2014");
        String unknown = entered(null, null, "UNKNOWN", "2013");

        for (int year = 2009; year <= 2015; year++) {
            List<String> ids = officer()
                    .get("/v1/projects?sort=reference&call=%s&year=%d".formatted(call, year))
                    .path("items.id");
            officer()
                    .get("/v1/projects?sort=reference&call=%s&yearFrom=%d&yearTo=%d".formatted(call, year, year))
                    .then()
                    .body("items.id", is(ids));
        }
        found("year=2012", open, over);
        found("year=none", unknown);
    }

    private String entered(@Nullable String start, @Nullable String end, String status, String asOf) {
        return project(unique("years"), """
                "call": "%s", "organisations": [{"organisationReference": "%s", "role": "LEAD"}], "period": {%s}, "contribution": {"figures": [{"amount": {"amount": "100.00",
                    "currency": "EUR"}, "source": {"document": "Memo"}, "current": true}]},
                "sources": [{"document": "Memo", "asOf": "%s"}],
                "historicalStatus": {"status": "%s", "reason": "By the memo"}""".formatted(
                        call,
                        lead,
                        start == null
                                ? end == null ? "" : "\"end\": \"%s\"".formatted(end)
                                : end == null
                                        ? "\"start\": \"%s\"".formatted(start)
                                        : "\"start\": \"%s\", \"end\": \"%s\"".formatted(start, end),
                        asOf,
                        status));
    }

    private void found(String filter, String... ids) {
        officer()
                .get("/v1/projects?call=%s&%s".formatted(call, filter))
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(ids));
    }

    private ValidatableResponse statistics(String asked) {
        return officer()
                .get("/v1/statistics/projects?organisation=%s&%s".formatted(lead, asked))
                .then()
                .statusCode(200);
    }
}
