package org.isthmus.funding.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jspecify.annotations.Nullable;

/** Runs every {@link Check} of every room on one state of the database. */
@ApplicationScoped
class Reconciliation {

    private static final String BALANCES = """
            select '', 0, coalesce(kind, 'ALL'), '', round(coalesce(sum(balance), 0), 2)::text from account group by rollup (kind)
            """;

    private final List<Check> checks;
    private final AgroalDataSource database;
    private final Clock clock;

    Reconciliation(@All List<Reconciled> rooms, AgroalDataSource database, Clock clock) {
        this.checks = rooms.stream()
                .flatMap(room -> room.checks().stream())
                .sorted(Comparator.comparing(Check::name))
                .toList();
        this.database = database;
        this.clock = clock;
    }

    /** One thing that is not as it should be. */
    @Schema(name = "ReconciliationDifference")
    record Difference(
            @Schema(required = true, description = "What differs.")
            String subject,

            @Schema(required = true) String expected,
            @Schema(required = true) String found) {}

    /** What came of one check; at most 100 differences are named. */
    @Schema(name = "ReconciliationCheck")
    record Result(
            @Schema(required = true) String check,
            @Schema(required = true) String promise,
            @Schema(required = true) long compared,
            @Schema(required = true) List<Difference> differences) {}

    /** What came of all. */
    @Schema(name = "Reconciliation", description = "The books against themselves and everything made from them.")
    record Report(
            @Schema(required = true) Instant at,

            @Schema(required = true, description = "True when no check differs; findings are no disagreement.")
            boolean agrees,

            @Schema(required = true, description = "All balances by kind of account; together they are zero.")
            Map<String, String> balances,

            @Schema(required = true, description = "What must hold in the books.")
            List<Result> checks,

            @Schema(
                    required = true,
                    description =
                            "What is worth a look: it may be as its sources say, and the books agree all the same.")
            List<Result> findings) {}

    private record Line(
            String name, long compared, @Nullable Difference difference) {}

    /** One statement, so that all is compared at one moment. */
    Report report() {
        Query all = new Query();
        for (Check check : checks) {
            all.add("(" + check.sql() + ") union all ");
        }
        all.add(BALANCES);
        Map<String, List<Line>> lines =
                all.list(database, Reconciliation::line).stream().collect(Collectors.groupingBy(Line::name));
        List<Result> results = results(lines, false);
        Map<String, String> balances = new TreeMap<>();
        differences(lines.getOrDefault("", List.of()))
                .forEach(balance -> balances.put(balance.subject(), balance.found()));
        return new Report(
                clock.instant(),
                results.stream().allMatch(result -> result.differences().isEmpty()),
                balances,
                results,
                results(lines, true));
    }

    private List<Result> results(Map<String, List<Line>> lines, boolean findings) {
        return checks.stream()
                .filter(check -> check.isFinding() == findings)
                .map(check -> result(check, Objects.requireNonNull(lines.get(check.name()))))
                .toList();
    }

    private static Line line(Row row) {
        String subject = row.findText("subject");
        return new Line(
                row.text("name"),
                row.number("compared"),
                subject == null ? null : new Difference(subject, row.text("expected"), row.text("found")));
    }

    private static Result result(Check check, List<Line> lines) {
        return new Result(check.name(), check.promise(), lines.getFirst().compared(), differences(lines));
    }

    private static List<Difference> differences(List<Line> lines) {
        return lines.stream().map(Line::difference).filter(Objects::nonNull).toList();
    }
}
