package org.isthmus.funding.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.isthmus.funding.Scene;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What totals of execution count, where money has umbrellas, shares, reversals and unknown payments. */
@QuarkusTest
class CountingTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private String line = "";

    @BeforeEach
    void givenALine() {
        line = Scene.line(2010, "100000.00");
    }

    @Test
    void centsDoNotDrift() {
        UUID project = tell("100.00", null, countries("GE", "33.3333", "MD", "33.3333", "UA", "33.3334"));
        String commitment = commit(project, "100.00");
        pay(commitment, "50.00");
        pay(commitment, "50.00");

        JsonPath report = report("country");

        assertThat(rows(report, "country", "committed", "paid", "outstanding"))
                .containsExactly(
                        tuple("GE", "33.33", "33.33", "0.00"),
                        tuple("MD", "33.33", "33.33", "0.00"),
                        tuple("UA", "33.34", "33.34", "0.00"));
        EntrySums.assertMakeUp(report);
    }

    @Test
    void whatIsGivenBackEndsWhereWhatWasPaidLeftOff() {
        UUID project = tell("0.07", null, countries("GE", "20", "MD", "30", "UA", "50"));
        String commitment = commit(project, "0.07");
        pay(commitment, "0.03");
        decommit(commitment, "0.01");
        pay(commitment, "0.02");
        decommit(commitment, "0.01");

        JsonPath report = report("country");

        assertThat(report.<String>getList("rows.outstanding")).hasSize(3).containsOnly("0.00");
        assertThat(report.getString("total.outstanding")).isEqualTo("0.00");
        EntrySums.assertMakeUp(report);
    }

    @Test
    void aReversalTakesBackItsOwnCents() {
        UUID project = tell("100.00", null, countries("GE", "33.3333", "MD", "33.3333", "UA", "33.3334"));
        String commitment = commit(project, "100.00");
        String first = pay(commitment, "50.00");
        pay(commitment, "0.02");
        TestClient.post("authorising-officer-c", "/v1/movements/" + first + "/reverse", """
                        {"reason": "Paid in error", "effectiveOn": "2010-12-31"}
                        """)
                .statusCode(201);

        List<Map<String, Object>> entries = TestClient.as("auditor")
                .get("/v1/entries?country=GE&measures=paid&budgetLine=" + line)
                .path("items");

        assertThat(entries)
                .extracting(entry -> entry.get("attributed"))
                .containsExactlyInAnyOrder("16.67", "0.01", "-16.67");
        EntrySums.assertMakeUp(report("country"));
    }

    @Test
    void anUmbrellaIsCutByWhatItsPartsKnow() {
        UUID umbrella = tell("100.00", null, "");
        UUID a = tell("60.00", umbrella, countries("MD", "100"));
        UUID inner = tell("30.00", umbrella, "");
        tell("20.00", inner, countries("UA", "100"));
        commit(umbrella, "100.00");
        commit(a, "60.00");

        JsonPath report = report("country");

        assertThat(rows(report, "country", "committed")).containsExactly(tuple("MD", "60.00"), tuple("UA", "20.00"));
        assertThat(report.getString("notAttributed.committed")).isEqualTo("20.00");
        assertThat(report.getString("total.committed")).isEqualTo("100.00");
        assertThat(report("country&country=MD").getString("total.committed")).isEqualTo("60.00");
        assertThat(report("year&project=" + a).getString("total.committed")).isEqualTo("60.00");
        EntrySums.assertMakeUp(report);
        List<Map<String, Object>> ofPart = TestClient.as("auditor")
                .get("/v1/entries?measures=committed&budgetLine=%s&project=%s".formatted(line, a))
                .path("items");
        assertThat(ofPart)
                .extracting(entry -> entry.get("attributed"), entry -> entry.get("includedIn"))
                .containsExactlyInAnyOrder(tuple("60.00", null), tuple("0.00", umbrella.toString()));
    }

    @Test
    void aPartStandsForItselfWhereItsUmbrellaHasNoMoneyInTheBooksOrIsHidden() {
        UUID umbrella = tell("100.00", null, "");
        UUID part = tell("60.00", umbrella, countries("MD", "100"));
        commit(part, "60.00");
        assertThat(rows(report("country"), "country", "committed")).containsExactly(tuple("MD", "60.00"));

        commit(umbrella, "100.00");
        Scene.tellProject(kafka, umbrella, 2, false);
        await().until(() -> given().get("/v1/execution?budgetLine=" + line)
                .path("total.committed")
                .equals("60.00"));
    }

    @Test
    void partsThatAddToMoreThanTheirUmbrellaTakeNoMoreThanThereIs() {
        UUID umbrella = tell("100.00", null, "");
        tell("90.00", umbrella, countries("MD", "100"));
        tell("60.00", umbrella, countries("UA", "100"));
        commit(umbrella, "100.00");

        JsonPath report = report("country");

        assertThat(rows(report, "country", "committed")).containsExactly(tuple("MD", "60.00"), tuple("UA", "40.00"));
        assertThat(report.getString("notAttributed.committed")).isEqualTo("0.00");
    }

    @Test
    void unknownPaymentsAreNoZero() {
        UUID past = tell("70.00", null, countries("MD", "100"));
        historical(past, "70.00");
        String filter = "country&project=" + past;

        JsonPath report = report(filter, "");

        Map<String, Object> row = report.<Map<String, Object>>getList("rows").getFirst();
        assertThat(row).containsEntry("committed", "70.00").containsEntry("paymentsUnknown", "70.00");
        assertThat(row).doesNotContainKeys("paid", "outstanding");
        EntrySums.assertMakeUp(report);

        UUID present = tell("30.00", null, countries("MD", "100"));
        pay(commit(present, "30.00"), "10.00");
        Map<String, Object> both = report("country&project=%s&project=%s".formatted(past, present), "")
                .<Map<String, Object>>getList("rows")
                .getFirst();
        assertThat(both)
                .containsEntry("committed", "100.00")
                .containsEntry("paid", "10.00")
                .containsEntry("decommitted", "0.00")
                .containsEntry("outstanding", "20.00")
                .containsEntry("paymentsUnknown", "70.00");
    }

    @Test
    void aDateThatNoSourceGivesIsNotInvented() {
        UUID undated = tell("70.00", null, countries("MD", "100"));
        UUID ofAYear = tell("30.00", null, countries("MD", "100"));
        String given = dated(undated, "", "70.00");
        dated(ofAYear, "\"effectiveOn\": \"2009\",", "30.00");
        String both = "country&project=%s&project=%s".formatted(undated, ofAYear);

        total(report(both, "&asOf=2008-12-31"), null, "70.00");
        JsonPath between = report(both, "&asOf=2009-06-30");
        total(between, "0.00", "100.00");
        EntrySums.assertMakeUp(between);
        JsonPath after = report(both, "&asOf=2009-12-31");
        total(after, "30.00", "70.00");
        EntrySums.assertMakeUp(after);
        total(report(both, ""), "30.00", "70.00");

        decommit(given, "20.00");
        JsonPath less = report(both, "");
        total(less, "30.00", "50.00");
        EntrySums.assertMakeUp(less);
        TestClient.as("auditor")
                .get("/v1/commitments?asOf=2009-12-31&projectId=%s&projectId=%s".formatted(undated, ofAYear))
                .then()
                .body("items.effectiveOn", is(List.of("2009")));
    }

    /** A zero is one that is known; what is said of a total does not depend on what else is asked (A4). */
    @Test
    void whatNobodyKnowsIsAbsentWhateverIsAskedFor() {
        UUID undated = tell("7.00", null, countries("MD", "100"));
        UUID ofAYear = tell("5.00", null, countries("MD", "100"));
        dated(undated, "", "7.00");
        dated(ofAYear, "\"effectiveOn\": \"2009\",", "5.00");

        assertThat(figures(undated, "")).isEqualTo(Map.of("dateUnknown", "7.00"));
        assertThat(figures(undated, "&measures=committed")).isEqualTo(Map.of("dateUnknown", "7.00"));
        assertThat(figures(undated, "&measures=paid")).isEqualTo(Map.of("dateUnknown", "7.00"));
        assertThat(figures(ofAYear, ""))
                .isEqualTo(Map.of(
                        "committed",
                        "5.00",
                        "reserved",
                        "0.00",
                        "contracted",
                        "5.00",
                        "decommitted",
                        "0.00",
                        "paymentsUnknown",
                        "5.00"));
        assertThat(figures(ofAYear, "&measures=paid")).isEqualTo(Map.of("paymentsUnknown", "5.00"));
        assertThat(figures(ofAYear, "&measures=outstanding")).isEqualTo(Map.of("paymentsUnknown", "5.00"));
    }

    private static Map<String, Object> figures(UUID project, String measures) {
        Map<String, Object> row =
                new HashMap<>(report("country&project=" + project, measures).getMap("rows[0]"));
        row.keySet().removeAll(List.of("key", "entries", "link"));
        return row;
    }

    @Test
    void accountsAndStatementsSayWhatHasNoCertainDay() {
        UUID undated = tell("70.00", null, "");
        UUID ofAYear = tell("30.00", null, "");
        String withoutDay = dated(undated, "", "70.00");
        String withYear = dated(ofAYear, "\"effectiveOn\": \"2009\",", "30.00");

        account(withoutDay, "&asOf=2008-12-31", null, "70.00");
        account(withoutDay, "", null, "70.00");
        account(withYear, "&asOf=2008-12-31", "0.00", null);
        account(withYear, "&asOf=2009-06-30", null, "30.00");
        account(withYear, "&asOf=2009-12-31", "30.00", null);
        account(withYear, "", "30.00", null);

        decommit(withoutDay, "20.00");
        account(withoutDay, "&asOf=2010-12-31", null, "70.00");
        String id = account(withoutDay, "", null, "50.00");
        TestClient.as("auditor")
                .get("/v1/accounts/%s/entries?sort=effectiveOn".formatted(id))
                .then()
                .body("items.amount", is(List.of("70.00", "-20.00")))
                .body("items.findAll { it.balanceAfter != null }", hasSize(0))
                .body("items.dateUnknown", is(List.of("70.00", "50.00")));
        TestClient.as("auditor")
                .get("/v1/accounts/%s/entries?asOf=2010-12-31".formatted(id))
                .then()
                .body("items.balanceAfter", is(List.of("70.00")));
    }

    /** The account's id. */
    private static String account(
            String commitment, String day, @Nullable String balance, @Nullable String dateUnknown) {
        return TestClient.as("auditor")
                .get("/v1/accounts?kind=COMMITMENT&commitmentId=" + commitment + day)
                .then()
                .body("items[0].balance.amount", is(balance))
                .body("items[0].dateUnknown.amount", is(dateUnknown))
                .extract()
                .path("items[0].id");
    }

    /** As statistics of projects have it: where the start is unknown, no year has the money. */
    @Test
    void ofAnEndWithoutAStartTheYearOfTheProjectIsUnknown() {
        UUID ended =
                tell("10.00", null, years(2011, 2011, false, ", \"notAttributed\": {\"years\": \"year unknown\"}"));
        UUID started = tell("5.00", null, years(2009, 2011, false, ""));
        commit(ended, "10.00");
        commit(started, "5.00");

        JsonPath report = report("projectYear", "&project=%s&project=%s".formatted(ended, started));

        assertThat(rows(report, "projectYear", "committed")).containsExactly(tuple("2009", "5.00"));
        assertThat(report.getString("notAttributed.committed")).isEqualTo("10.00");
        assertThat(report.getString("notAttributed.reasons[0].reason")).isEqualTo("year unknown");
        EntrySums.assertMakeUp(report);
    }

    /** As lists and statistics find them. */
    @Test
    void aProjectIsFoundByEachYearThatItRanIn() {
        UUID open = tell("10.00", null, years(2018, 2021, false, ""));
        UUID runsOn = tell("5.00", null, years(2020, 2020, true, ""));
        UUID ended = tell("3.00", null, years(2019, 2019, false, ", \"notAttributed\": {\"years\": \"year unknown\"}"));
        UUID unknown = tell("1.00", null, "");
        List<UUID> all = List.of(open, runsOn, ended, unknown);
        commit(open, "10.00");
        commit(runsOn, "5.00");
        commit(ended, "3.00");
        commit(unknown, "1.00");
        String these = all.stream().map("&project=%s"::formatted).collect(Collectors.joining());

        for (Map.Entry<String, String> total : Map.of(
                        "2017",
                        "0.00",
                        "2018",
                        "10.00",
                        "2019",
                        "13.00",
                        "2020",
                        "15.00",
                        "2021",
                        "15.00",
                        "2022",
                        "5.00",
                        String.valueOf(Scene.THIS_YEAR),
                        "5.00",
                        "none",
                        "1.00",
                        "2019&projectYear=none",
                        "14.00")
                .entrySet()) {
            JsonPath report = report("strand", "&projectYear=" + total.getKey() + these);
            assertThat(report.getString("total.committed")).as(total.getKey()).isEqualTo(total.getValue());
            EntrySums.assertMakeUp(report);
        }

        JsonPath report = report("projectYear", "&projectYear=2019&projectYear=2020" + these);
        assertThat(rows(report, "projectYear", "committed")).containsExactly(tuple("2020", "5.00"));
        assertThat(report.getString("notAttributed.committed")).isEqualTo("13.00");
        assertThat(report.getList("notAttributed.reasons.reason"))
                .containsExactlyInAnyOrder("another projectYear than asked for", "year unknown");
        EntrySums.assertMakeUp(report);
        EntrySums.assertMakeUp(report("programme,projectYear", "&projectYear=2020" + these));
        assertThat(rows(report("projectYear", these), "projectYear", "committed"))
                .containsExactlyInAnyOrder(tuple("2018", "10.00"), tuple("2020", "5.00"));
    }

    private static String years(int first, int last, boolean runsOn, String further) {
        return ", \"attribution\": {\"years\": {\"first\": %d, \"last\": %d, \"runsOn\": %s}%s}"
                .formatted(first, last, runsOn, further);
    }

    @Test
    void aRegionHoldsItsParts() {
        String whole = "W-" + UUID.randomUUID();
        String part = "P-" + UUID.randomUUID();
        Deliver regions = new Deliver(kafka, "regions", "programming.regions");
        for (String region : List.of(whole, part)) {
            regions.event("eu.isthmus.programming.region.changed.v1", UUID.randomUUID(), 1, """
                    {"code": "%s", "title": {"en": "Title of %s", "fr": "Titre de %s"}, "alsoWritten": ["Also %s"]%s}
                    """.formatted(
                    region, region, region, region, region.equals(part) ? ", \"parent\": \"" + whole + "\"" : ""));
        }
        await().until(() -> given().get("/v1/execution?region=" + whole).statusCode() == 200);
        UUID project = UUID.randomUUID();
        tell(project, 1, "10.00", null, """
                , "attribution": {"countries": [{"code": "MD", "share": "100.0000", "region": "%s"}],
                                  "regions": [{"code": "%s", "share": "100.0000"}]}
                """.formatted(part, part));
        commit(project, "10.00");
        UUID ofTheWhole = UUID.randomUUID();
        tell(ofTheWhole, 1, "5.00", null, """
                , "attribution": {"regions": [{"code": "%s", "share": "100.0000"}]}
                """.formatted(whole));
        commit(ofTheWhole, "5.00");

        JsonPath report = report("region&region=" + whole);

        assertThat(rows(report, "region", "committed"))
                .containsExactlyInAnyOrder(tuple(whole, "5.00"), tuple(part, "10.00"));
        assertThat(report.getString("total.committed")).isEqualTo("15.00");
        EntrySums.assertMakeUp(report);
        TestClient.as("auditor")
                .get("/v1/movements?region=%s&project=%s".formatted(whole, project))
                .then()
                .body("items", hasSize(1));

        // each writing of it says the same, and another is refused (A10)
        for (String written : List.of(whole.toLowerCase(Locale.ROOT), "also " + whole, "TITRE DE " + whole)) {
            assertThat(report("region&region=" + written).getString("total.committed"))
                    .isEqualTo("15.00");
            assertThat(report("region&regionItself=" + written).getString("total.committed"))
                    .isEqualTo("5.00");
            EntrySums.assertMakeUp(report("region&region=" + written));
            TestClient.as("auditor")
                    .get("/v1/movements?region=%s&project=%s".formatted(written, project))
                    .then()
                    .body("items", hasSize(1));
        }
        for (String path : List.of("execution?region", "entries?region", "entries?regionItself", "movements?region")) {
            TestClient.get("auditor", "/v1/%s=Atlantis".formatted(path))
                    .statusCode(400)
                    .body("errors[0].detail", startsWith("'Atlantis' is no code of a region"));
        }
    }

    private static void total(JsonPath report, @Nullable String committed, String dateUnknown) {
        Map<String, Object> total = report.getMap("total");
        assertThat(EntrySums.decimal(total.get("committed"))).isEqualByComparingTo(EntrySums.decimal(committed));
        assertThat(total).containsEntry("dateUnknown", dateUnknown);
        assertThat(EntrySums.decimal(total.get("paymentsUnknown"))).isEqualByComparingTo(EntrySums.decimal(committed));
    }

    private static String dated(UUID project, String effectiveOn, String amount) {
        return Scene.pastId("""
                        {"projectId": "%s", "reference": "H-%s", "amount": %s, %s
                         "reason": "Known from a document",
                         "source": {"document": "Annual report", "asOf": "2011-12-31"}}
                        """.formatted(Scene.known(project), project, TestClient.euros(amount), effectiveOn));
    }

    @Test
    void theRegionIsKnownWhereTheCountryIsNot() {
        UUID project = UUID.randomUUID();
        tell(project, 1, "10.00", null, """
                , "attribution": {"regions": [{"code": "ENPI-EAST", "share": "100.0000"}],
                                  "notAttributed": {"countries": "country shares unknown", "strands": "no strand"}}
                """);
        commit(project, "10.00");

        JsonPath report = report("region,country");

        assertThat(rows(report, "region", "country", "committed")).containsExactly(tuple("ENPI-EAST", "none", "10.00"));
        EntrySums.assertMakeUp(report);
        assertThat(report("country").getString("notAttributed.reasons[0].reason"))
                .isEqualTo("country shares unknown");
    }

    @Test
    void keysAreNumbersWhereTheyAreYearsAndAllIsDefined() {
        commit(tell("10.00", null, ""), "10.00");

        JsonPath report = report("year");

        assertThat(report.<Object>get("rows[0].key.year")).isEqualTo(2010);
        assertThat(report.<String, String>getMap("definitions").keySet())
                .contains("countingLevel", "committed", "paymentsUnknown", "country", "year");
    }

    @Test
    void whatCanNotBeIsRefusedByName() {
        given().get("/v1/execution?strand=typo&region=nowhere&budgetLine=x&action=x&project=NOPE&programme=y")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("strand", "region", "budgetLine", "action", "project", "programme"));
        given().get("/v1/execution?country=md&year=abc&asOf=&recordedAsOf=2999-01-01&historical=maybe&strnd=x")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("country", "year", "asOf", "recordedAsOf", "historical", "strnd"));
        for (String wrong :
                List.of("country=MD,UA", "country=", "asOf=-5000-01-01", "asOf=2999-01-01", "currency=EURO")) {
            given().get("/v1/execution?" + wrong).then().statusCode(400);
        }
    }

    private JsonPath report(String groupBy) {
        return report(groupBy, "&budgetLine=" + line);
    }

    private static JsonPath report(String groupBy, String further) {
        return TestClient.as("auditor")
                .get("/v1/execution?groupBy=" + groupBy + further)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Of each row its key in the dimension asked first and the members named after. */
    private static List<Tuple> rows(JsonPath report, String... members) {
        List<Tuple> rows = new ArrayList<>();
        for (int i = 0; i < report.getList("rows").size(); i++) {
            String row = "rows[%d].".formatted(i);
            if (!"0.00".equals(report.getString(row + "committed"))) {
                rows.add(new Tuple(List.of(members).stream()
                        .map(member -> report.getString(
                                row + (report.getList("groupBy").contains(member) ? "key." : "") + member))
                        .toArray()));
            }
        }
        return rows;
    }

    private static String countries(String... codesAndShares) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < codesAndShares.length; i += 2) {
            parts.add("{\"code\": \"%s\", \"share\": \"%s\"}".formatted(codesAndShares[i], codesAndShares[i + 1]));
        }
        return ", \"attribution\": {\"countries\": " + parts + "}";
    }

    private UUID tell(String contribution, @Nullable UUID umbrella, String further) {
        UUID project = UUID.randomUUID();
        tell(project, 1, contribution, umbrella, further);
        return project;
    }

    private void tell(UUID project, int version, String contribution, @Nullable UUID umbrella, String further) {
        Scene.projects(kafka).event("eu.isthmus.projects.project.changed.v1", project, version, """
                {"projectId": "%s", "version": %d, "reference": "%s", "title": {"en": "x"}, "published": true,
                 "status": "IMPLEMENTATION", "programme": "THEMATIC-MIGR",
                 "contribution": {"amount": %s}%s%s}
                """.formatted(
                        project,
                        version,
                        project,
                        TestClient.euros(contribution),
                        umbrella == null ? "" : ", \"partOf\": \"%s\"".formatted(umbrella),
                        further));
        TestClient.awaitStatus("/v1/execution?project=" + project, 200);
    }

    private String commit(UUID project, String amount) {
        return Scene.committed(Scene.allocated(kafka, line, 2010, amount), project, amount, "2010-12-01");
    }

    private static void historical(UUID project, String amount) {
        Scene.past("""
                        {"projectId": "%s", "reference": "H-%s", "amount": %s,
                         "effectiveOn": "2010-05-01",
                         "reason": "Known from a document",
                         "source": {"document": "Annual report", "asOf": "2011-12-31"}}
                        """.formatted(Scene.known(project), project, TestClient.euros(amount)))
                .statusCode(200);
    }

    private static void decommit(String commitment, String amount) {
        TestClient.post("finance-officer", "/v1/commitments/" + commitment + "/decommit", """
                        {"amount": %s, "effectiveOn": "2011-02-01", "reason": "Less was spent"}
                        """.formatted(
                                TestClient.euros(amount)))
                .statusCode(200);
    }

    /** The id of the movement. */
    private static String pay(String commitment, String amount) {
        String id = TestClient.post(
                        "finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                        """.formatted(commitment, TestClient.euros(amount)))
                .extract()
                .path("id");
        TestClient.post("authorising-officer", "/v1/payments/" + id + "/authorise", "{}")
                .statusCode(200);
        return TestClient.post(
                        "accounting-officer", "/v1/payments/" + id + "/execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200)
                .extract()
                .path("movement.id");
    }
}
