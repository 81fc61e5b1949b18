package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At rest, every total that the system shows equals the books. */
@ExtendWith(Isthmus.class)
class BooksSystemTest {

    private static final List<String> MEASURES =
            List.of("allocated", "committed", "paid", "decommitted", "outstanding");

    @Test
    void rowsAndWhatIsNotAttributedAddUpToTheTotalInEveryGrouping() {
        for (String grouping : List.of(
                "strand",
                "country",
                "region",
                "year",
                "programme",
                "action",
                "strand,country,year",
                "region,programme")) {
            JsonNode execution =
                    AUDITOR.get("/v1/execution?groupBy=" + grouping).expect(200).body();
            for (String measure : MEASURES) {
                BigDecimal sum = amount(execution.path("notAttributed"), measure);
                for (JsonNode row : execution.path("rows")) {
                    sum = sum.add(amount(row, measure));
                }
                assertThat(sum)
                        .as("%s by %s", measure, grouping)
                        .isEqualByComparingTo(amount(execution.path("total"), measure));
            }
        }
    }

    @Test
    void executionByActionEqualsTheCoverageOfEachAction() {
        Cycle cycle = Cycle.adopted("70000.00");
        String project = cycle.projectOnceKnown("A");
        cycle.signGrant(project, "20000.00");
        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));
        eventually(() ->
                AUDITOR.get("/v1/coverage/" + cycle.action()).body().toString().contains("20000.00"));

        JsonNode execution =
                AUDITOR.get("/v1/execution?groupBy=action").expect(200).body();
        JsonNode row = rowOf(execution, cycle);
        JsonNode coverage =
                AUDITOR.get("/v1/coverage/" + cycle.action()).expect(200).body();
        for (String measure : MEASURES) {
            assertThat(amount(row, measure)).as(measure).isEqualByComparingTo(amount(coverage, measure));
        }
    }

    @Test
    void everyBalanceIsTheSumOfItsEntriesAndEveryMovementAddsUpToNothing() throws SQLException {
        try (Connection connection = Isthmus.database("funding")) {
            assertThat(number(
                            connection,
                            "select count(*) from (select movement_id from entry group by movement_id, currency"
                                    + " having sum(amount) <> 0) m"))
                    .isZero();
            assertThat(number(
                            connection,
                            "select count(*) from account a where a.balance <> (select coalesce(sum(e.amount), 0)"
                                    + " from entry e where e.account_id = a.id)"))
                    .isZero();
            assertThat(number(connection, "select count(*) from account where balance < 0 and kind <> 'SOURCE'"))
                    .isZero();
        }
    }

    @Test
    void everyCopyAgreesWithTheDigestThatItsOwnerTells() {
        Cycle cycle = Cycle.adopted("50000.00");
        String project = cycle.projectOnceKnown("D");
        cycle.signGrant(project, "15000.00");
        for (String service : List.of("programming", "funding", "projects")) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        JsonNode report = AUDITOR.get("/v1/reconciliation/" + service)
                                .expect(200)
                                .body();
                        assertThat(report.path("copies"))
                                .as(service)
                                .isNotEmpty()
                                .allSatisfy(copy -> {
                                    assertThat(copy.path("state").asText())
                                            .as(copy.toString())
                                            .isEqualTo("AGREES");
                                    assertThat(copy.path("compared"))
                                            .isEqualTo(copy.path("owned"))
                                            .isEqualTo(copy.path("kept"));
                                });
                        assertThat(report.path("agrees").asBoolean())
                                .as(report.toString())
                                .isTrue();
                    });
        }
        JsonNode money = copy("projects", "funding.commitments");
        JsonNode coverage = copy("programming", "funding.commitments");
        assertThat(money.at("/totals/0/owned")).isEqualTo(coverage.at("/totals/0/owned"));
        assertThat(new BigDecimal(money.at("/totals/0/kept").asText())).isGreaterThanOrEqualTo(new BigDecimal("15000"));
    }

    private static JsonNode copy(String service, String topic) {
        for (JsonNode copy :
                AUDITOR.get("/v1/reconciliation/" + service).expect(200).body().path("copies")) {
            if (copy.path("topic").asText().equals(topic)) {
                return copy;
            }
        }
        throw new AssertionError(service + " has no copy of " + topic);
    }

    private static JsonNode rowOf(JsonNode execution, Cycle cycle) {
        String reference = AUDITOR.get("/v1/actions/" + cycle.action()).text("/reference");
        for (JsonNode row : execution.path("rows")) {
            String key = row.at("/key/action").asText();
            if (key.equals(reference) || key.equals(cycle.action())) {
                return row;
            }
        }
        throw new AssertionError("no row of " + reference + " in " + execution);
    }

    private static BigDecimal amount(JsonNode node, String measure) {
        JsonNode value = node.path(measure).path("amount");
        String text = value.isMissingNode() ? node.path(measure).asText() : value.asText();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
