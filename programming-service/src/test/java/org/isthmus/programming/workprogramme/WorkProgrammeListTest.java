package org.isthmus.programming.workprogramme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.isthmus.programming.Sample;
import org.isthmus.testing.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkProgrammeListTest {

    @Test
    void listsFacetsAndExportsCountOnlyWhatTheCallerMaySee() {
        Sample sample = Sample.withEnvelope("9000000.00", "");
        Sample.adopt(sample.beforeAdoption("AWP-" + Sample.code(), 2009, "1000000.00"))
                .statusCode(200);
        sample.beforeAdoption("AWP-" + Sample.code(), 2010, "2000000.00");
        String list = "/v1/work-programmes?programme=" + sample.programme();

        get(list + "&total=true&facets=status,year")
                .body("total", is(1))
                .body("facets.status.value", contains("ADOPTED"))
                .body("facets.year", hasSize(1));
        get("finance-officer", list + "&total=true").body("total", is(2));
        get("partner", list + "&total=true").body("total", is(1));
        assertThat(given().get(list + "&format=csv").asString().lines()).hasSize(2);
        get("/v1/actions?programme=" + sample.programme()).body("items", hasSize(1));
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        Sample sample = Sample.withEnvelope("9000000.00", "");
        Sample.adopt(sample.beforeAdoption("AWP-" + Sample.code(), 2008, "300.00"))
                .statusCode(200);
        Sample.adopt(sample.beforeAdoption("AWP-" + Sample.code(), 2009, "100.00", "150.00"))
                .statusCode(200);
        Sample.adopt(sample.beforeAdoption("AWP-" + Sample.code(), 2010, "200.00"))
                .statusCode(200);
        String list = "/v1/work-programmes?programme=" + sample.programme();

        get(list + "&sort=-total").body("items.year", contains(2008, 2009, 2010));
        get(list + "&yearFrom=2009&totalTo=200.00").body("items.year", contains(2010));
        get(list + "&country=MD&strand=migration-development&strand=none").body("items", hasSize(3));
        String next = get(list + "&sort=year&limit=2")
                .body("items.year", contains(2008, 2009))
                .extract()
                .path("next");
        given().urlEncodingEnabled(false).get(next).then().body("items.year", contains(2010));
        get("/v1/actions?programme=" + sample.programme() + "&sort=-amount&allocation=REQUESTED&limit=1")
                .body("items[0].indicativeAmount.amount", is("300.00"));
        get("/v1/actions?region=ENPI East&programme=" + sample.programme()).body("items", hasSize(4));
        get("/v1/actions?region=nowhere").statusCode(400).body("errors.parameter", hasItem("region"));
        get(list + "&colour=red&sort=size").statusCode(400).body("errors.parameter", hasItem("colour"));
    }

    @Test
    void readsTakeOneStatementAndListsTwo() {
        Sample sample = Sample.withEnvelope("9000000.00", "");
        String id = sample.beforeAdoption("AWP-" + Sample.code(), 2009, "100.00", "200.00");
        Sample.adopt(id).statusCode(200);
        String action = get("/v1/work-programmes/" + id + "/actions").extract().path("items[0].id");

        assertThat(Statements.during(() -> get("/v1/work-programmes/" + id).statusCode(200)))
                .hasSize(1);
        assertThat(Statements.during(() -> get("/v1/actions/" + action).statusCode(200)))
                .hasSize(1);
        assertThat(Statements.during(() -> get("/v1/coverage/" + action).statusCode(200)))
                .hasSize(1);
        assertThat(Statements.during(
                        () -> get("/v1/work-programmes/" + id + "/versions").statusCode(200)))
                .hasSize(1);
        for (String list : List.of("work-programmes", "actions", "coverage", "countries", "evaluations")) {
            assertThat(Statements.during(() -> get("/v1/" + list).statusCode(200)))
                    .as(list)
                    .hasSize(1);
            assertThat(Statements.during(
                            () -> get("/v1/" + list + "?total=true").statusCode(200)))
                    .as(list)
                    .hasSize(2);
        }
    }

    @Test
    void twoAdoptionsAtOnceDoNotShareWhatIsLeftForOne() throws Exception {
        Sample sample = Sample.withEnvelope("1000000.00", "");
        List<String> ids = Stream.of(2007, 2008, 2009, 2010)
                .map(year -> sample.beforeAdoption("AWP-" + Sample.code(), year, "600000.00"))
                .toList();

        List<Callable<Integer>> adoptions = ids.stream()
                .map(id -> (Callable<Integer>) () -> Sample.adopt(id).extract().statusCode())
                .toList();
        List<Integer> statuses;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            statuses = threads.invokeAll(adoptions).stream()
                    .map(WorkProgrammeListTest::result)
                    .toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void aYearHasOneProgrammeAPartAndAReferenceIsNeverReused() {
        Sample sample = Sample.withEnvelope("9000000.00", "");
        Sample.country("MD");
        String reference = "AWP-" + Sample.code();
        String first = post(
                        "programme-officer",
                        "/v1/work-programmes",
                        sample.workProgramme(reference, 2010, Sample.action(reference + "/1", "1.00")))
                .statusCode(201)
                .extract()
                .path("id");

        post("programme-officer", "/v1/work-programmes", sample.workProgramme(reference, 2010, ""))
                .statusCode(409)
                .body("code", is("work-programme-exists"));
        post("programme-officer", "/v1/work-programmes", sample.workProgramme("AWP-" + Sample.code(), 2010, ""))
                .statusCode(409)
                .body("code", is("year-taken"));
        post(
                        "programme-officer",
                        "/v1/work-programmes",
                        sample.workProgramme("AWP-" + Sample.code(), 2009, Sample.action(reference + "/1", "1.00")))
                .statusCode(409)
                .body("errors.pointer", contains("/actions/0/reference"));
        post("programme-officer", "/v1/work-programmes/" + first + "/withdraw", "{\"reason\": \"No\"}")
                .statusCode(200);
        post("programme-officer", "/v1/work-programmes", sample.workProgramme("AWP-" + Sample.code(), 2010, ""))
                .statusCode(201);
    }

    private static Integer result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Case B3: what can't be found is refused, not shown as an empty list. */
    @Test
    void whatNoWorkProgrammeHasIsRefusedByName() {
        String unknown = "/v1/work-programmes/" + UUID.randomUUID() + "/actions";
        get(unknown).statusCode(404).body("code", is("work-programme-unknown"));
        get("auditor", unknown).statusCode(404);
        get("/v1/work-programmes?part=-1").statusCode(400).body("errors.parameter", contains("part"));
        get("/v1/actions?budgetLine=99%2099%2099&region=NOPE")
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("budgetLine", "region"));
    }
}
