package org.isthmus.funding.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.isthmus.funding.OwnerOfTables;
import org.isthmus.funding.Scene;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.testing.Statements;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExecutionResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private static final Map<String, String> REGIONS = Map.of("MD", "East", "UA", "East", "GE", "Caucasus");
    private static final ObjectMapper JSON = new ObjectMapper();

    private String line = "";

    @BeforeEach
    void givenALine() {
        line = Scene.line(2010, "100000.00");
    }

    @Test
    void anAmountIsSplitByStrandAndCountryToTheCent() {
        project("10.00", "[{\"code\": \"a\", \"share\": \"33.3333\"}, {\"code\": \"b\", \"share\": \"66.6667\"}]", """
                [{"code": "MD", "share": "50.0000", "role": "BENEFICIARY"},
                 {"code": "GE", "share": "50.0000", "role": "BENEFICIARY"}]
                """);

        JsonPath report = report("strand,country&measures=committed");

        assertThat(amounts(report, "committed")).containsExactlyInAnyOrder("1.67", "1.67", "3.33", "3.33");
        assertThat(report.getString("total.committed")).isEqualTo("10.00");
        assertAddsUp(report);
        assertThat(row(report("country"), Map.of("country", "MD")).get("committed"))
                .isEqualTo("5.00");
    }

    @Test
    void whatCanBeAttributedToNothingSaysWhy() throws SQLException {
        project("1.00", "[]", "[{\"code\": \"MD\", \"role\": \"BENEFICIARY\"}]");
        project("2.00", "[{\"code\": \"a\"}]", "[]");
        project("4.00", "[{\"code\": \"a\"}]", "[{\"code\": \"MD\"}, {\"code\": \"UA\"}]");
        project(
                "8.00",
                "[{\"code\": \"a\"}]",
                "[{\"code\": \"MD\"}, {\"code\": \"IT\", \"role\": \"PLACE_OF_ACTIVITY\"}]");
        project("32.00", "[]", "[]");
        UUID unheard = Scene.project();
        committed(unheard, "16.00");
        forget(unheard);

        JsonPath report = report("strand,country&measures=committed,paid");

        assertThat(report.<List<Map<String, Object>>>get("notAttributed.reasons"))
                .extracting(reason -> reason.get("reason"), reason -> reason.get("committed"))
                .containsExactly(tuple("no country, no strand", "32.00"), tuple("project unknown", "16.00"));
        assertThat(report.getString("notAttributed.committed")).isEqualTo("48.00");
        assertThat(report.getInt("notAttributed.entries")).isEqualTo(2);
        assertThat(row(report, Map.of("strand", "none", "country", "MD")).get("committed"))
                .isEqualTo("1.00");
        assertThat(row(report, Map.of("strand", "a", "country", "none")).get("committed"))
                .isEqualTo("6.00");
        assertThat(report("country&measures=committed").<List<Map<String, Object>>>get("notAttributed.reasons"))
                .extracting(reason -> reason.get("reason"), reason -> reason.get("committed"))
                .containsExactly(
                        tuple("country shares unknown", "4.00"),
                        tuple("no country", "34.00"),
                        tuple("project unknown", "16.00"));
        assertThat(row(report, Map.of("strand", "a", "country", "MD")).get("committed"))
                .isEqualTo("8.00");
        assertAddsUp(report);
        EntrySums.assertMakeUp(report);
    }

    @Test
    void theWholeLifeOfAPromiseShowsInItsMeasures() {
        UUID project = project("100.00", "[{\"code\": \"a\"}]", "[{\"code\": \"MD\"}]");
        String commitment = TestClient.as("auditor")
                .get("/v1/commitments?projectId=" + project)
                .path("items[0].id");
        pay(commitment, "30.00");
        TestClient.post("finance-officer", "/v1/commitments/" + commitment + "/decommit", """
                        {"amount": %s, "effectiveOn": "2011-02-01", "reason": "Less was spent"}
                        """.formatted(
                                TestClient.euros("20.00")))
                .statusCode(200);

        for (String groupBy :
                List.of("year", "region,strand", "programme,year", "action,country", "country,strand,year")) {
            JsonPath report = report(groupBy);
            assertThat(report.<Map<String, Object>>get("total"))
                    .containsAllEntriesOf(Map.of(
                            "allocated", "100.00",
                            "committed", "100.00",
                            "paid", "30.00",
                            "decommitted", "20.00",
                            "outstanding", "50.00"));
            assertAddsUp(report);
            EntrySums.assertMakeUp(report);
        }
        JsonPath then = report("year&asOf=2010-12-31");
        assertThat(then.getString("total.outstanding")).isEqualTo("70.00");
        assertThat(then.getString("asOf.effectiveOn")).isEqualTo("2010-12-31");
        EntrySums.assertMakeUp(then);
    }

    @Test
    void aReversalLeavesNothingBehindInAnyRow() {
        UUID project =
                project("0.05", "[{\"code\": \"a\", \"share\": \"50\"}, {\"code\": \"b\", \"share\": \"50\"}]", """
                [{"code": "MD", "share": "33.3333"}, {"code": "UA", "share": "33.3333"}, {"code": "GE", "share": "33.3334"}]
                """);
        String movement = TestClient.as("auditor")
                .get("/v1/commitments?projectId=" + project)
                .path("items[0].movementId");
        TestClient.post("authorising-officer-c", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Booked in error", "effectiveOn": "2010-12-31"}
                        """)
                .statusCode(201);

        JsonPath report = report("strand,country&measures=committed");

        assertThat(amounts(report, "committed")).isNotEmpty().containsOnly("0.00");
    }

    @Test
    void anEarlierTotalCanBeMadeAgain() {
        UUID project = project("100.00", "[{\"code\": \"a\"}]", "[{\"code\": \"MD\"}]");
        String before = TestClient.as("auditor")
                .get("/v1/movements?sort=-position&limit=1")
                .path("asOf.at");

        publish(project, 2, "[{\"code\": \"b\"}]", "[{\"code\": \"UA\"}]");
        await().until(() ->
                row(report("strand&measures=committed"), Map.of("strand", "b")).containsKey("committed"));

        JsonPath then = report("strand&measures=committed&recordedAsOf=" + before);
        assertThat(row(then, Map.of("strand", "a")).get("committed")).isEqualTo("100.00");
        EntrySums.assertMakeUp(then);
        assertThat(report("strand&recordedAsOf=2001-01-01").getInt("total.entries"))
                .isZero();
    }

    @Test
    void filtersCountOnlyTheirPart() {
        project("10.00", "[{\"code\": \"a\"}]", """
                [{"code": "MD", "share": "70"}, {"code": "GE", "share": "30"}]
                """);
        project("1.00", "[{\"code\": \"a\"}]", "[]");

        assertThat(report("strand&country=GE&measures=committed").getString("total.committed"))
                .isEqualTo("3.00");
        assertThat(report("strand&region=East&measures=committed").getString("total.committed"))
                .isEqualTo("7.00");
        assertThat(report("strand&country=none&measures=committed").getString("total.committed"))
                .isEqualTo("1.00");
        assertThat(report("strand&country=GE&country=MD&measures=committed").getString("total.committed"))
                .isEqualTo("10.00");
    }

    @Test
    void whatAReportDoesNotKnowIsRefusedAllAtOnce() {
        given().get("/v1/execution?groupBy=planet,year,year&measures=hopes&colour=red&asOf=x&year=y")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("groupBy", "measures", "colour", "asOf", "year"));
    }

    @Test
    void aReportTakesOneStatement() {
        // consumers may still be busy with what the test began with
        await().untilAsserted(() -> assertThat(
                        Statements.during(() -> given().get("/v1/execution?groupBy=strand,country,year")))
                .hasSize(1));
        given().get("/v1/execution").then().body("scope", is("PUBLISHED")).body("currency", is("EUR"));
    }

    private JsonPath report(String groupBy) {
        return TestClient.as("auditor")
                .get("/v1/execution?budgetLine=" + line + "&groupBy=" + groupBy)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> amounts(JsonPath report, String measure) {
        return report.getList("rows." + measure);
    }

    /** The row with the key; an empty one when there is none. */
    private static Map<String, Object> row(JsonPath report, Map<String, Object> key) {
        return report.<Map<String, Object>>getList("rows").stream()
                .filter(row -> key.equals(row.get("key")))
                .findFirst()
                .orElse(Map.of());
    }

    private static void assertAddsUp(JsonPath report) {
        for (String measure : report.<String>getList("measures")) {
            BigDecimal sum = EntrySums.decimal(report.get("notAttributed." + measure));
            for (Map<String, Object> row : report.<Map<String, Object>>getList("rows")) {
                sum = sum.add(EntrySums.decimal(row.get(measure)));
            }
            assertThat(sum).as(measure).isEqualByComparingTo(EntrySums.decimal(report.get("total." + measure)));
        }
    }

    @Test
    void theBooksAtThePositionAreThoseThatWereCounted() throws Exception {
        UUID action = Scene.allocated(kafka, line, 2010, "60.00");
        String total = "/v1/execution?groupBy=year&measures=committed&budgetLine=" + line;
        Map<Long, Set<BigDecimal>> counted = new TreeMap<>();
        Thread promising = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 60; i++) {
                Scene.committed(action, UUID.randomUUID(), "1.00", "2010-12-01");
            }
        });
        while (promising.isAlive()) {
            JsonPath report = TestClient.as("auditor").get(total).jsonPath();
            counted.computeIfAbsent(seen(report.getString("asOf.position")), any -> new TreeSet<>())
                    .add(EntrySums.decimal(report.get("total.committed")));
        }

        assertThat(counted.values())
                .as("one state of the books at each position")
                .allMatch(sums -> sums.size() == 1);
        assertThat(counted.values().stream().map(sums -> sums.iterator().next()))
                .as("what was committed in between is counted at the later position")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** How many events the answer saw: all up to the first number, and those at the positions from ... to before ... besides. */
    private static long seen(String position) {
        long[] parts = Arrays.stream(position.substring(1).split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        long seen = parts[0];
        for (int i = 1; i < parts.length; i += 2) {
            seen += parts[i + 1] - parts[i];
        }
        return seen;
    }

    private UUID project(String amount, String strands, String countries) {
        UUID project = UUID.randomUUID();
        publish(project, 1, strands, countries);
        committed(project, amount);
        await().until(() -> given().get("/v1/movements?project=" + project)
                        .<List<?>>path("items")
                        .size()
                == 1);
        return project;
    }

    /** As if its money had been entered before such projects were refused. */
    private static void forget(UUID project) throws SQLException {
        for (String table : List.of("attributed_share", "attributed_subject")) {
            OwnerOfTables.changes(table, "delete from %s where subject = '%s'".formatted(table, project));
        }
    }

    private void committed(UUID project, String amount) {
        Scene.committed(Scene.allocated(kafka, line, 2010, amount), project, amount, "2010-12-01");
    }

    private void publish(UUID project, int version, String strands, String countries) {
        Scene.projects(kafka).event("eu.isthmus.projects.project.changed.v1", project, version, """
                {"projectId": "%s", "version": %d, "reference": "%s", "title": {"en": "x"}, "published": true,
                 "status": "IMPLEMENTATION", "programme": "THEMATIC-MIGR", "attribution": %s}
                """.formatted(
                        project, version, project, attribution(strands, countries)));
    }

    /** As the owner of projects tells it. */
    private static String attribution(String strands, String countries) {
        return json(InferredAttribution.of(named(strands), named(countries), REGIONS::get)
                .told());
    }

    private static List<InferredAttribution.Named> named(String shares) {
        return StreamSupport.stream(tree(shares).spliterator(), false)
                .map(share -> new InferredAttribution.Named(
                        share.path("code").asText(),
                        share.has("share") ? new BigDecimal(share.path("share").asText()) : null,
                        share.path("role").asText(null)))
                .toList();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void pay(String commitment, String amount) {
        String id = TestClient.post(
                        "finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                        """.formatted(commitment, TestClient.euros(amount)))
                .extract()
                .path("id");
        TestClient.post("authorising-officer", "/v1/payments/" + id + "/authorise", "{}")
                .statusCode(200);
        TestClient.post("accounting-officer", "/v1/payments/" + id + "/execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200);
    }

    @Test
    void asATableItStandsAloneAndAddsUp() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        Scene.committed(action, UUID.randomUUID(), "60.00", "2010-12-20");
        String today = Scene.today().toString();
        String path = "/v1/execution?groupBy=strand,year&budgetLine=%s&asOf=%s".formatted(line, today);
        String csv = TestClient.as("auditor")
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", is("attachment; filename=\"execution.csv\""))
                .extract()
                .asString();
        List<String> lines = csv.lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("row,strand,year,reason,currency,allocated,committed,reserved,contracted,paid,decommitted,"
                        + "outstanding,paymentsUnknown,dateUnknown,upTo,entries,asOf,scope");
        assertThat(lines)
                .contains(
                        "ROW,asylum,2010,,EUR,200.00,0.00,0.00,0.00,0.00,0.00,0.00,,,,1,%s,ALL".formatted(today),
                        "ROW,none,2010,,EUR,0.00,60.00,0.00,60.00,0.00,0.00,60.00,,,,1,%s,ALL".formatted(today),
                        "TOTAL,,,,EUR,200.00,60.00,0.00,60.00,0.00,0.00,60.00,,,,2,%s,ALL".formatted(today));
        assertThat(TestClient.as("auditor")
                        .get(path + "&format=csv&bom=true&measures=committed")
                        .asString())
                .startsWith("\ufeffrow,strand,year,reason,currency,committed,dateUnknown,upTo");
        TestClient.get("auditor", path + "&format=ndjson").statusCode(400);
    }
}
