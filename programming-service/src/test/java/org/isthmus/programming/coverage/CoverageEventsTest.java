package org.isthmus.programming.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.isthmus.programming.coverage.MoneyEvents.commitment;
import static org.isthmus.testing.TestClient.euros;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.isthmus.programming.Sample;
import org.isthmus.testing.Deliver;
import org.junit.jupiter.api.Test;

/** What the ledger and the projects tell, told twice and out of order, counts once. */
@QuarkusTest
class CoverageEventsTest {

    private static final String BOOKED = "eu.isthmus.funding.commitment.booked.v1";
    private static final String CHANGED = "eu.isthmus.funding.commitment.changed.v1";
    private static final String PROJECT = "eu.isthmus.projects.project.changed.v1";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void theLedgersAnswerShowsOnTheAction() {
        String action = adoptedAction("2000000.00");
        UUID movement = UUID.randomUUID();

        allocations("eu.isthmus.funding.allocation.booked.v1", action, 1, """
                {"actionId": "%s", "version": 1, "amount": %s, "movementId": "%s",
                 "movementOn": "2011-01-10", "surprise": true}
                """.formatted(
                        action, euros("2000000.00"), movement));
        eventually(() -> get("/v1/actions/" + action)
                .body("allocation.status", is("BOOKED"))
                .body("allocation.movement", is("/v1/movements/" + movement)));
        allocations("eu.isthmus.funding.allocation.refused.v1", action, 3, """
                {"actionId": "%s", "version": 3, "requested": %s, "code": "appropriation-exceeded", "detail": "Only 5 left."}
                """.formatted(action, euros("9.00")));
        allocations(
                "eu.isthmus.funding.allocation.changed.v1", action, 2, """
                {"actionId": "%s", "version": 2, "amount": %s, "movementId": "%s", "movementOn": "2011-01-10"}
                """.formatted(action, euros("1.00"), movement));

        eventually(() -> get("/v1/coverage/" + action)
                .body("status", is("ALLOCATED"))
                .body("allocated.amount", is("2000000.00"))
                .body("drift.code", hasItem("allocation-refused")));
        get("/v1/actions/" + action)
                .body("allocation.status", is("REFUSED"))
                .body("allocation.amount.amount", is("2000000.00"))
                .body("allocation.code", is("appropriation-exceeded"));
    }

    @Test
    void commitmentsAddUpWhetherToldTwiceOrLate() {
        String action = adoptedAction("2000000.00");
        UUID id = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        String first = commitment(id, 1, project, action, "600000.00", "0.00", "0.00", "600000.00");
        String second = commitment(id, 2, project, action, "600000.00", "0.00", "200000.00", "400000.00");
        String third = commitment(id, 3, project, action, "600000.00", "100000.00", "200000.00", "300000.00");
        String other = commitment(UUID.randomUUID(), 1, project, action, "50000.01", "0.00", "0.00", "50000.01");

        commitments(event, BOOKED, project, 1, first);
        commitments(event, BOOKED, project, 1, first);
        commitments(UUID.randomUUID(), CHANGED, project, 3, third);
        commitments(UUID.randomUUID(), CHANGED, project, 2, second);
        commitments(UUID.randomUUID(), BOOKED, project, 1, other);

        eventually(() -> get("auditor", "/v1/coverage/" + action)
                .body("committed.amount", is("650000.01"))
                .body("decommitted.amount", is("100000.00"))
                .body("paid.amount", is("200000.00"))
                .body("outstanding.amount", is("350000.01"))
                .body("commitments", is(2))
                .body("status", is("COMMITTED")));
    }

    /** Case A13: money and the project that it was committed to are counted at the same action. */
    @Test
    void aProjectCountsWhereItsMoneyComesFrom() {
        String action = adoptedAction("2000000.00");
        UUID project = UUID.randomUUID();
        projects(PROJECT, project, 1, MoneyEvents.project(project, 1, adoptedAction("10.00"), true, "MD"));

        commitments(
                UUID.randomUUID(),
                BOOKED,
                project,
                1,
                commitment(UUID.randomUUID(), 1, project, action, "10.00", "0.00", "0.00", "10.00"));

        eventually(() -> get("auditor", "/v1/coverage/" + action)
                .body("committed.amount", is("10.00"))
                .body("projects", is(1))
                .body("drift.code", empty()));
    }

    @Test
    void onlyOfficialsSeeProjectsThatAreNotPublished() {
        String action = adoptedAction("2000000.00");
        UUID project = UUID.randomUUID();

        projects(PROJECT, project, 1, MoneyEvents.project(project, 1, action, false, "UA"));
        eventually(() -> get("auditor", "/v1/coverage/" + action)
                .body("projects", is(1))
                .body("drift.code", hasItem("other-countries")));
        get("/v1/coverage/" + action).body("projects", is(0)).body("drift", empty());

        projects(PROJECT, project, 2, MoneyEvents.project(project, 2, action, true, "UA"));
        eventually(() -> get("/v1/coverage/" + action).body("projects", is(1)));
        projects(
                "eu.isthmus.projects.project.unpublished.v1",
                project,
                3,
                "{\"projectId\": \"%s\", \"version\": 3}".formatted(project));
        eventually(() -> get("/v1/coverage/" + action).body("projects", is(0)));
        get("auditor", "/v1/coverage/" + action).body("projects", is(1));
    }

    /** Nobody knows what was paid of commitments of the past (A4). */
    @Test
    void whatIsNotKnownToBePaidIsNotToldAsZero() {
        String action = adoptedAction("2000000.00");
        UUID project = UUID.randomUUID();
        projects(PROJECT, project, 1, MoneyEvents.project(project, 1, action, true, "MD"));
        String past = MoneyEvents.historical(project, "2009-05-01", "50.00")
                .replace("\"historical\"", "\"actionId\": \"%s\", \"historical\"".formatted(action));

        commitments(UUID.randomUUID(), BOOKED, project, 1, past);
        eventually(() -> get("/v1/coverage/" + action)
                .body("committed.amount", is("50.00"))
                .body("paid", nullValue())
                .body("recovered", nullValue())
                .body("outstanding", nullValue())
                .body("paymentsUnknown.amount", is("50.00")));
        get("/v1/coverage/totals?action=AWP&groupBy=action"
                        .replace("AWP", get("/v1/coverage/" + action).extract().path("reference")))
                .body("total.paid", nullValue())
                .body("total.paymentsUnknown", is("50.00"));

        UUID other = UUID.randomUUID();
        projects(PROJECT, other, 1, MoneyEvents.project(other, 1, action, true, "MD"));
        commitments(
                UUID.randomUUID(),
                BOOKED,
                other,
                1,
                commitment(UUID.randomUUID(), 1, other, action, "7.00", "1.00", "0.00", "6.00"));
        eventually(() -> get("/v1/coverage/" + action)
                .body("committed.amount", is("57.00"))
                .body("paid.amount", is("0.00"))
                .body("outstanding.amount", is("6.00"))
                .body("paymentsUnknown.amount", is("50.00")));
    }

    @Test
    void thePublicSeesTheMoneyOfPublishedProjectsOnly() {
        String action = adoptedAction("2000000.00");
        String other = adoptedAction("3000000.00");
        UUID hidden = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        projects(PROJECT, hidden, 1, MoneyEvents.project(hidden, 1, other, false, "MD"));
        projects(PROJECT, open, 1, MoneyEvents.project(open, 1, action, true, "MD"));
        String secret = commitment(UUID.randomUUID(), 1, hidden, action, "60.00", "10.00", "20.00", "30.00");
        String known = commitment(UUID.randomUUID(), 1, open, action, "7.00", "1.00", "2.00", "4.00");

        commitments(UUID.randomUUID(), BOOKED, hidden, 1, secret);
        eventually(() -> get("auditor", "/v1/coverage/" + action).body("committed.amount", is("60.00")));
        get("/v1/coverage/" + action)
                .body("committed.amount", is("0.00"))
                .body("commitments", is(0))
                .body("status", is("PLANNED"));
        commitments(UUID.randomUUID(), BOOKED, open, 1, known);
        eventually(() -> get("auditor", "/v1/coverage/" + action).body("committed.amount", is("67.00")));
        eventually(() -> get("/v1/coverage/" + action)
                .body("committed.amount", is("7.00"))
                .body("decommitted.amount", is("1.00"))
                .body("paid.amount", is("2.00"))
                .body("outstanding.amount", is("4.00"))
                .body("commitments", is(1)));

        projects(PROJECT, hidden, 2, MoneyEvents.project(hidden, 2, other, true, "MD"));
        eventually(() -> get("/v1/coverage/" + action).body("committed.amount", is("67.00")));
        projects(
                "eu.isthmus.projects.project.unpublished.v1",
                hidden,
                3,
                "{\"projectId\": \"%s\", \"version\": 3}".formatted(hidden));
        eventually(() -> get("/v1/coverage/" + action).body("committed.amount", is("7.00")));
        get("auditor", "/v1/coverage/" + action).body("committed.amount", is("67.00"));
    }

    @Test
    void poisonIsGivenUpAndTheNextIsHeard() {
        String action = adoptedAction("2000000.00");
        UUID project = UUID.randomUUID();

        commitments(UUID.randomUUID(), BOOKED, project, 1, "{\"commitmentId\": 7");
        commitments(UUID.randomUUID(), "eu.isthmus.funding.commitment.unheard-of.v9", project, 1, "{}");
        commitments(
                UUID.randomUUID(),
                BOOKED,
                project,
                1,
                commitment(UUID.randomUUID(), 1, project, action, "7.00", "0.00", "0.00", "7.00"));

        eventually(() -> get("auditor", "/v1/coverage/" + action).body("committed.amount", is("7.00")));
    }

    @Test
    void publishedFiguresStandBesideWhatIsRecordedUntilTheirDay() {
        String code = "P-" + Sample.code();
        String programme = post("programme-officer", "/v1/programmes", Sample.programme(code, """
                        , "claims": [
                          {"measure": "PROJECTS", "label": "Projects", "approximate": true, "count": 300,
                           "since": "2195", "source": %1$s},
                          {"measure": "AMOUNT", "label": "Money", "approximate": true, "since": "2195",
                           "amount": {"amount": "800000000.00", "currency": "EUR"}, "source": %1$s}]
                        """.formatted(
                                "{\"document\": \"Memo\", \"asOf\": \"2197-06\"}")))
                .statusCode(201)
                .extract()
                .path("id");
        UUID project = UUID.randomUUID();
        UUID hidden = UUID.randomUUID();

        UUID late = UUID.randomUUID();
        projects(PROJECT, project, 1, MoneyEvents.dated(project, code, true, "2195-03"));
        projects(PROJECT, hidden, 1, MoneyEvents.dated(hidden, "", false, "2196"));
        projects(PROJECT, late, 1, MoneyEvents.dated(late, code, true, "2198"));
        commitments(UUID.randomUUID(), BOOKED, project, 1, MoneyEvents.historical(project, "2195-01-01", "1500000.00"));
        commitments(UUID.randomUUID(), BOOKED, hidden, 1, MoneyEvents.historical(hidden, "2196-01-01", "20.00"));
        commitments(UUID.randomUUID(), BOOKED, late, 1, MoneyEvents.historical(late, "2198-01-01", "7.00"));

        String path = "/v1/programmes/" + programme + "/published-figures";
        eventually(() -> get("auditor", path)
                .body("figures[0].recorded.count", is(2))
                .body("figures[0].difference.count", is(298))
                .body("figures[0].counts.until", is("2197-06-30"))
                .body("figures[0].counts.ofProgramme.count", is(1))
                .body("figures[0].counts.ofOtherProgrammes.count", is(0))
                .body("figures[0].counts.withoutProgramme.count", is(1))
                .body("figures[0].counts.after.count", is(1))
                .body("figures[1].recorded.amount.amount", is("1500020.00"))
                .body("figures[1].counts.after.amount.amount", is("7.00")));
        get(path).body("figures[0].recorded.count", is(1)).body("figures[1].recorded.amount.amount", is("1500000.00"));
    }

    @Test
    void aPublishedAmountIsComparedWithEachUmbrellaOnce() {
        String code = "P-" + Sample.code();
        String programme = post("programme-officer", "/v1/programmes", Sample.programme(code, """
                        , "claims": [{"measure": "AMOUNT", "label": "Money", "approximate": true, "since": "2185",
                           "amount": {"amount": "200.00", "currency": "EUR"},
                           "source": {"document": "Memo", "asOf": "2186"}}]
                        """))
                .statusCode(201)
                .extract()
                .path("id");
        UUID umbrella = UUID.randomUUID();
        UUID part = UUID.randomUUID();
        String action = UUID.randomUUID().toString();
        projects(PROJECT, umbrella, 1, attributed(umbrella, action, "100.00", "", ", \"attribution\": {}"));
        projects(PROJECT, part, 1, attributed(part, action, "60.00", ", \"partOf\": \"%s\"".formatted(umbrella), ""));
        commitments(UUID.randomUUID(), BOOKED, umbrella, 1, MoneyEvents.historical(umbrella, "2185-01-01", "100.00"));
        commitments(UUID.randomUUID(), BOOKED, part, 1, MoneyEvents.historical(part, "2185-02-01", "60.00"));

        eventually(() -> get("/v1/programmes/" + programme + "/published-figures")
                .body("figures[0].recorded.amount.amount", is("100.00"))
                .body("figures[0].counts.withoutProgramme.amount.amount", is("100.00")));
    }

    @Test
    void totalsAddUpToTheCentAndTellWhatCanNotBeAttributed() {
        Sample sample = Sample.withEnvelope("9000000.00", "");
        Sample.country("MD");
        Sample.country("UA");
        String reference = "AWP-" + Sample.code();
        String one = "[{\"code\": \"MD\", \"share\": \"100.0000\"}]";
        String shared = Sample.action(reference + "/1", "100.00")
                .replace(
                        one,
                        "[{\"code\": \"MD\", \"share\": \"33.3333\"}, {\"code\": \"UA\", \"share\": \"66.6667\"}]");
        String unknown =
                Sample.action(reference + "/2", "50.01").replace(one, "[{\"code\": \"MD\"}, {\"code\": \"UA\"}]");
        String id = post(
                        "programme-officer",
                        "/v1/work-programmes",
                        sample.workProgramme(reference, 2010, shared + "," + unknown))
                .statusCode(201)
                .extract()
                .path("id");
        Sample.toOpinion(id, "NONE");
        Sample.adopt(id).statusCode(200);

        get("/v1/coverage/totals?groupBy=country,year&workProgramme=" + reference)
                .statusCode(200)
                .body("rows.find { it.key.country == 'MD' }.indicative", is("33.33"))
                .body("rows.find { it.key.country == 'UA' }.indicative", is("66.67"))
                .body("rows.find { it.key.country == 'none' }.indicative", is("50.01"))
                .body("rows[0].key.year", is(2010))
                .body("total.indicative", is("150.01"))
                .body(
                        "rows[0].link",
                        is("/v1/coverage/totals?country=MD&year=2010&workProgramme=" + reference + "&groupBy=action"));
        get("/v1/coverage/totals?groupBy=country&workProgramme=" + reference)
                .body("notAttributed.indicative", is("50.01"))
                .body("notAttributed.reasons.reason", is(List.of("country shares unknown")))
                .body("definitions.countingLevel", notNullValue());
        String today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        String within = get("/v1/coverage/totals?groupBy=strand&year=2010&year=2011&workProgramme=" + reference
                        + "&asOf=" + today)
                .body("rows[0].actions", is(2))
                .extract()
                .path("rows[0].link");
        assertThat(within)
                .isEqualTo("/v1/coverage/totals?strand=migration-development&workProgramme=" + reference
                        + "&year=2010&year=2011&asOf=" + today + "&groupBy=action");
        get(within)
                .body("rows.key.action", containsInAnyOrder(reference + "/1", reference + "/2"))
                .body("total.indicative", is("150.01"))
                .body("notAttributed.link", nullValue());
        for (String dimensions :
                List.of("strand", "country", "region", "region,strand", "action", "action,country", "year")) {
            addsUpBehindItsLinks(dimensions, reference);
        }
        get("/v1/coverage/totals?groupBy=action&workProgramme=" + reference)
                .body("rows[0].link", startsWith("/v1/coverage?reference="));
        get("/v1/coverage/totals?groupBy=colour").statusCode(400);
        get("/v1/coverage/totals?groupBy=action&asOf=2001-01-01").body("total.actions", is(0));
    }

    /** Case A7: a program that follows a row's link adds up to the row. */
    private static void addsUpBehindItsLinks(String dimensions, String reference) {
        JsonPath totals = get("/v1/coverage/totals?groupBy=%s&workProgramme=%s".formatted(dimensions, reference))
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Map<String, Object>> sums = new ArrayList<>(totals.<Map<String, Object>>getList("rows"));
        sums.add(totals.getMap("total"));
        for (Map<String, Object> sum : sums) {
            JsonPath behind = get(URLDecoder.decode(String.valueOf(sum.get("link")), StandardCharsets.UTF_8))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Object> parts = String.valueOf(sum.get("link")).startsWith("/v1/coverage?")
                    ? behind.getList("items.indicative.amount")
                    : behind.getList("rows.indicative");
            assertThat(parts.stream()
                            .map(part -> new BigDecimal(part.toString()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(String.valueOf(sum.get("link")))
                    .isEqualByComparingTo(String.valueOf(sum.get("indicative")));
        }
    }

    @Test
    void aProjectThatTellsNoAttributionIsNotAttributed() {
        String action = adoptedAction("2000000.00");
        UUID project = UUID.randomUUID();
        projects(PROJECT, project, 1, attributed(project, action, "100.00", "", ""));
        commitments(
                UUID.randomUUID(),
                BOOKED,
                project,
                1,
                commitment(UUID.randomUUID(), 1, project, action, "100.00", "0.00", "0.00", "100.00"));

        String within = "/v1/coverage/totals?groupBy=country&workProgramme="
                + get("/v1/coverage/" + action).extract().path("workProgramme.reference");
        eventually(() -> get("auditor", within)
                .body("notAttributed.committed", is("100.00"))
                .body("total.committed", is("100.00")));
    }

    @Test
    void whatIsCommittedFollowsTheSharesOfTheProjectAndEachUmbrellaCountsOnce() {
        String action = actionOfThreeCountries();
        String within = "/v1/coverage/totals?groupBy=country&workProgramme="
                + get("/v1/coverage/" + action).extract().path("workProgramme.reference");
        UUID umbrella = UUID.randomUUID();
        UUID part = UUID.randomUUID();
        projects(PROJECT, umbrella, 1, attributed(umbrella, action, "100.00", "", ", \"attribution\": {}"));
        projects(PROJECT, part, 1, attributed(part, action, "60.00", ", \"partOf\": \"%s\"".formatted(umbrella), """
                        , "attribution": {"countries": [{"code": "GE", "share": "33.3333"},
                            {"code": "UA", "share": "66.6667"}], "strands": []}
                        """));
        commitments(
                UUID.randomUUID(),
                BOOKED,
                umbrella,
                1,
                commitment(UUID.randomUUID(), 1, umbrella, action, "100.00", "0.00", "40.00", "60.00"));
        commitments(
                UUID.randomUUID(),
                BOOKED,
                part,
                1,
                commitment(UUID.randomUUID(), 1, part, action, "60.00", "0.00", "0.00", "60.00"));

        eventually(() -> get("auditor", within)
                .body("rows.find { it.key.country == 'MD' }.indicative", is("2000000.00"))
                .body("rows.find { it.key.country == 'GE' }.committed", is("20.00"))
                .body("rows.find { it.key.country == 'UA' }.committed", is("40.00"))
                .body("rows.find { it.key.country == 'UA' }.paid", is("16.00"))
                .body("notAttributed.committed", is("40.00"))
                .body("notAttributed.reasons.reason", is(List.of("no country")))
                .body("total.committed", is("100.00"))
                .body("total.paid", is("40.00"))
                .body("total.outstanding", is("60.00")));
    }

    /** R4: one set over all that is committed, that of the day asked. */
    @Test
    void whatIsCommittedFollowsTheCountriesThatTakePartOnTheDay() {
        String action = actionOfThreeCountries();
        String within = "/v1/coverage/totals?groupBy=country&workProgramme="
                + get("/v1/coverage/" + action).extract().path("workProgramme.reference");
        UUID project = UUID.randomUUID();
        projects(PROJECT, project, 1, attributed(project, action, "100.00", "", """
                        , "attribution": {"countries": [{"code": "MD", "share": "100.0000"}], "earlier": [
                            {"until": "2001-05-31", "countries": [{"code": "UA", "share": "100.0000"}]},
                            {"until": "2998-05-31", "countries": [{"code": "GE", "share": "75.0000"}],
                             "notAttributed": {"countries": "printed country shares add up to less than 100"}}]}
                        """));
        commitments(
                UUID.randomUUID(),
                BOOKED,
                project,
                1,
                commitment(UUID.randomUUID(), 1, project, action, "100.00", "0.00", "40.00", "60.00"));

        eventually(() -> get("auditor", within)
                .body("rows.find { it.key.country == 'GE' }.committed", is("75.00"))
                .body("rows.find { it.key.country == 'GE' }.paid", is("30.00"))
                .body("rows.find { it.key.country == 'MD' }.committed", is("0.00"))
                .body("notAttributed.committed", is("25.00"))
                .body("total.committed", is("100.00")));
    }

    /** Cases A8 and A9: the n-th part is the cut of the sum of n less that of n - 1, as in execution. */
    @Test
    void paymentsAndDecommitmentsAreCutInTheirOrder() {
        String action = actionOfThreeCountries();
        String within = "/v1/coverage/totals?groupBy=country&workProgramme="
                + get("/v1/coverage/" + action).extract().path("workProgramme.reference");
        UUID project = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        UUID decommitted = UUID.randomUUID();
        inThirds(project, action);
        commitments(
                UUID.randomUUID(),
                BOOKED,
                project,
                1,
                commitment(id, 1, project, action, "100.00", "0.00", "0.00", "100.00"));
        commitments(
                UUID.randomUUID(),
                CHANGED,
                project,
                2,
                commitment(id, 2, project, action, "100.00", "0.00", "33.34", "66.66"));
        commitments(
                UUID.randomUUID(),
                CHANGED,
                project,
                3,
                MoneyEvents.moved(
                        decommitted, null, commitment(id, 3, project, action, "100.00", "16.66", "33.34", "50.00")));
        commitments(
                UUID.randomUUID(),
                CHANGED,
                project,
                4,
                commitment(id, 4, project, action, "100.00", "16.66", "58.35", "24.99"));

        eventually(() -> get("auditor", within)
                .body("rows.find { it.key.country == 'MD' }.paid", is("19.44"))
                .body("rows.find { it.key.country == 'UA' }.paid", is("19.45"))
                .body("rows.find { it.key.country == 'GE' }.paid", is("19.46"))
                .body("rows.find { it.key.country == 'MD' }.decommitted", is("5.56"))
                .body("rows.find { it.key.country == 'GE' }.decommitted", is("5.55")));

        // undone, the decommitment leaves the parts as if it had not been
        commitments(
                UUID.randomUUID(),
                CHANGED,
                project,
                5,
                MoneyEvents.moved(
                        UUID.randomUUID(),
                        decommitted,
                        commitment(id, 5, project, action, "100.00", "0.00", "58.35", "41.65")));

        eventually(() -> get("auditor", within)
                .body("total.decommitted", is("0.00"))
                .body("rows.find { it.key.country == 'MD' }.decommitted", is("0.00"))
                .body("rows.find { it.key.country == 'MD' }.paid", is("19.45"))
                .body("rows.find { it.key.country == 'GE' }.paid", is("19.45")));
    }

    /** Case A9: a reversal takes back the split of what it undoes, not of another one of the same amount. */
    @Test
    void aReversalTakesBackItsOwnSplit() {
        String action = actionOfThreeCountries();
        UUID project = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        inThirds(project, action);
        List<String> told = List.of(
                commitment(id, 1, project, action, "100.00", "0.00", "0.00", "100.00"),
                MoneyEvents.moved(first, null, commitment(id, 2, project, action, "100.00", "0.00", "0.01", "99.99")),
                commitment(id, 3, project, action, "100.00", "0.01", "0.01", "99.98"),
                commitment(id, 4, project, action, "100.00", "0.01", "0.02", "99.97"),
                MoneyEvents.moved(
                        UUID.randomUUID(),
                        first,
                        commitment(id, 5, project, action, "100.00", "0.01", "0.01", "99.98")));
        for (int i = 0; i < told.size(); i++) {
            commitments(UUID.randomUUID(), i == 0 ? BOOKED : CHANGED, project, i + 1, told.get(i));
        }

        // without the first payment the decommitment is the first cent, GE's, whose share is the largest
        eventually(() -> get(
                        "auditor",
                        "/v1/coverage/totals?groupBy=country&workProgramme="
                                + get("/v1/coverage/" + action).extract().path("workProgramme.reference"))
                .body("total.paid", is("0.01"))
                .body("rows.find { it.key.country == 'GE' }.decommitted", is("0.01"))
                .body("rows.find { it.key.country == 'MD' }.paid", is("0.01")));
    }

    @Test
    void totalsCountByTheDaysOfActsAndAsFarAsKnown() {
        String action = adoptedAction("2000000.00");
        String within = "/v1/coverage/totals?groupBy=action&workProgramme="
                + get("/v1/coverage/" + action).extract().path("workProgramme.reference");
        UUID project = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        String second = commitment(id, 2, project, action, "600000.00", "0.00", "200000.00", "400000.00")
                .replace("\"historical\"", "\"movementOn\": \"2011-06-01\", \"historical\"");
        allocations(
                "eu.isthmus.funding.allocation.booked.v1", action, 1, allocated(action, "2000000.00", "2011-01-10"));
        projects(PROJECT, project, 1, MoneyEvents.project(project, 1, action, true, "MD"));
        commitments(
                UUID.randomUUID(),
                BOOKED,
                project,
                1,
                commitment(id, 1, project, action, "600000.00", "0.00", "0.00", "600000.00"));
        eventually(
                () -> get(within).body("total.committed", is("600000.00")).body("total.allocated", is("2000000.00")));
        String known = Instant.now().toString();
        allocations(
                "eu.isthmus.funding.allocation.changed.v1", action, 2, allocated(action, "1500000.00", "2011-03-01"));
        commitments(UUID.randomUUID(), CHANGED, project, 2, second);
        eventually(() -> get(within).body("total.paid", is("200000.00")).body("total.allocated", is("1500000.00")));

        get(within + "&asOf=2010-11-29").body("total.actions", is(0));
        get(within + "&asOf=2010-11-30")
                .body("asOf.meaning", is("EFFECTIVE"))
                .body("total.indicative", is("2000000.00"))
                .body("total.allocated", is("0.00"));
        get(within + "&asOf=2011-02-28")
                .body("total.allocated", is("2000000.00"))
                .body("total.committed", is("600000.00"))
                .body("total.paid", is("0.00"));
        get(within + "&asOf=2011-06-01")
                .body("total.allocated", is("1500000.00"))
                .body("total.paid", is("200000.00"));
        get(within + "&asOf=2011-06-01&recordedAsOf=" + known)
                .body("total.allocated", is("2000000.00"))
                .body("total.paid", is("0.00"));
    }

    private static String allocated(String action, String amount, String on) {
        return "{\"actionId\": \"%s\", \"version\": 1, \"amount\": %s, \"movementOn\": \"%s\"}"
                .formatted(action, euros(amount), on);
    }

    @Test
    void aRegionHoldsItsPartsAndTheirCountries() {
        String whole = "W-" + Sample.code();
        String part = "P-" + Sample.code();
        Sample.region(whole);
        post("programme-officer", "/v1/regions", """
                {"code": "%s", "title": {"en": "x", "fr": "Titre de %s"}, "alsoWritten": ["also %s"], "parentCode": "%s"}
                """.formatted(part, part, part, whole))
                .statusCode(201);
        post("programme-officer", "/v1/countries", """
                {"code": "TO", "name": {"en": "Tonga"}, "region": "%s", "instruments": []}
                """.formatted(part)).statusCode(201);
        Sample sample = Sample.withEnvelope("5000000.00", "");
        String reference = "AWP-" + Sample.code();
        Sample.country("MD");
        String inPart = Sample.action(reference + "/1", "100.00").replace("\"MD\"", "\"TO\"");
        String id = post(
                        "programme-officer",
                        "/v1/work-programmes",
                        sample.workProgramme(reference, 2010, inPart + "," + Sample.action(reference + "/2", "50.00")))
                .statusCode(201)
                .extract()
                .path("id");
        Sample.toOpinion(id, "NONE");
        Sample.adopt(id).statusCode(200);

        String link = get("/v1/coverage/totals?groupBy=region&region=%s&workProgramme=%s".formatted(whole, reference))
                .body("rows.key.region", is(List.of(part)))
                .body("total.indicative", is("100.00"))
                .body(
                        "total.link",
                        is("/v1/coverage/totals?workProgramme=%s&region=%s&groupBy=action".formatted(reference, whole)))
                .extract()
                .path("total.link");
        get(link).body("rows.key.action", is(List.of(reference + "/1")));
        get("/v1/coverage?region=none&workProgramme=" + reference).body("items", empty());

        // each writing of it says the same, and another is refused (A10)
        for (String written : List.of(part.toLowerCase(Locale.ROOT), "ALSO " + part, "titre de " + part)) {
            for (String filter : List.of("region", "regionItself")) {
                get("/v1/coverage/totals?groupBy=region&%s=%s&workProgramme=%s".formatted(filter, written, reference))
                        .body("rows.key.region", is(List.of(part)))
                        .body("total.indicative", is("100.00"));
            }
            get("/v1/coverage?region=%s&workProgramme=%s".formatted(written, reference))
                    .body("items", hasSize(1));
            get("/v1/actions?region=%s&workProgramme=%s".formatted(written, reference))
                    .body("items", hasSize(1));
            get("/v1/countries?region=" + written).body("items.code", hasItem("TO"));
        }
        for (String path : List.of(
                "actions?region",
                "countries?region",
                "coverage?region",
                "coverage/totals?region",
                "coverage/totals?regionItself",
                "regions?parent")) {
            get("/v1/%s=Atlantis".formatted(path))
                    .statusCode(400)
                    .body("errors[0].detail", startsWith("'Atlantis' is no code of a region"));
        }
    }

    @Test
    void whatTotalsDoNotKnowIsRefusedByName() {
        get("/v1/coverage/totals?groupBy=year&strnd=x&asOf=-5000-01-01&year=abc")
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("strnd", "asOf", "year"));
        get("/v1/coverage/totals?programme=NOPE&workProgramme=NOPE")
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("programme", "workProgramme"));
        get("/v1/coverage?drift=typo").statusCode(400).body("errors.parameter", contains("drift"));
    }

    private static String attributed(UUID id, String action, String contribution, String partOf, String attribution) {
        return """
                {"projectId": "%s", "version": 1, "reference": "R-%s", "status": "PIPELINE", "published": true,
                 "actionId": "%s", "strands": [], "countries": [], "regions": [],
                 "contribution": {"amount": %s}%s%s}
                """.formatted(id, id, action, euros(contribution), partOf, attribution);
    }

    /** A project of which each country has a third. */
    private void inThirds(UUID project, String action) {
        projects(PROJECT, project, 1, attributed(project, action, "100.00", "", """
                        , "attribution": {"countries": [{"code": "MD", "share": "33.3333"},
                            {"code": "UA", "share": "33.3333"}, {"code": "GE", "share": "33.3334"}], "strands": []}
                        """));
    }

    private static String actionOfThreeCountries() {
        List.of("MD", "UA", "GE").forEach(Sample::country);
        return adoptedAction("2000000.00");
    }

    private static String adoptedAction(String amount) {
        String reference = "AWP-" + Sample.code();
        String id = Sample.withEnvelope("5000000.00", "").beforeAdoption(reference, 2010, amount);
        Sample.adopt(id).statusCode(200);
        return get("/v1/coverage?workProgramme=" + reference)
                .body("items[0].status", is("PLANNED"))
                .body("items[0].indicative.amount", is(amount))
                .extract()
                .path("items[0].id");
    }

    private static void eventually(Runnable holds) {
        await().untilAsserted(holds::run);
    }

    private void allocations(String type, String action, int version, String payload) {
        new Deliver(kafka, "funding-allocations", "funding.allocations")
                .event(type, UUID.fromString(action), version, payload);
    }

    private void commitments(UUID event, String type, UUID project, int version, String payload) {
        new Deliver(kafka, "funding-commitments", "funding.commitments").event(event, type, project, version, payload);
    }

    private void projects(String type, UUID project, int version, String payload) {
        new Deliver(kafka, "projects-projects", "projects.projects").event(type, project, version, payload);
    }
}
