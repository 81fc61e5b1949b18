package org.isthmus.kit.reconciliation;

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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.access.BoundedReads;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jspecify.annotations.Nullable;

/** Runs every {@link Check} of every room on one state of the database, and compares the copies. */
@ApplicationScoped
public class Reconciliation {

    private final List<Check> checks;
    private final List<String> balances;
    private final CompareCopies copies;
    private final DataSource database;
    private final BoundedReads reads;
    private final Clock clock;

    Reconciliation(
            @All List<Reconciled> rooms, CompareCopies copies, DataSource database, BoundedReads reads, Clock clock) {
        this.checks = rooms.stream()
                .flatMap(room -> room.checks().stream())
                .sorted(Comparator.comparing(Check::name))
                .toList();
        this.balances = rooms.stream().flatMap(room -> room.balances().stream()).toList();
        this.copies = copies;
        this.database = database;
        this.reads = reads;
        this.clock = clock;
    }

    /** One thing that is not as it should be. */
    @Schema(name = "ReconciliationDifference", description = "One thing that does not agree.")
    public record Difference(
            @Schema(required = true, description = "What differs.")
            String subject,

            @Schema(required = true) String expected,
            @Schema(required = true) String found) {}

    /** What came of one check; at most 100 differences are named. */
    @Schema(name = "ReconciliationCheck", description = "One comparison of what is kept with what was made from it.")
    public record Result(
            @Schema(required = true) String check,
            @Schema(required = true) String promise,
            @Schema(required = true) long compared,
            @Schema(required = true) List<Difference> differences) {}

    /** What came of all. */
    @Schema(
            name = "Reconciliation",
            description =
                    "What a service keeps, against itself and everything made from it, and its copies against their owners.")
    public record Report(
            @Schema(required = true) Instant at,

            @Schema(
                    required = true,
                    description = "True when no check and no copy differs; findings are no disagreement.")
            boolean agrees,

            @Schema(
                    required = true,
                    description = "All balances by kind of account; together they are zero. Only funding has some.")
            Map<String, String> balances,

            @Schema(required = true, description = "What must hold within the service.")
            List<Result> checks,

            @Schema(required = true, description = "What is copied of other services, against what they tell of it.")
            List<ComparedCopy> copies,

            @Schema(
                    required = true,
                    description =
                            "What is worth a look: it may be as its sources say, and the books agree all the same.")
            List<Result> findings) {}

    private record Line(
            String name, long compared, @Nullable Difference difference) {}

    /** What is within the service is compared by one statement, so at one moment. */
    public Report report() {
        List<Query> parts = Stream.concat(
                        checks.stream().map(Check::sql),
                        balances.stream()
                                .map(
                                        "select '' as name, 0 as compared, b.kind as subject, '' as expected, b.amount as found from (%s) b (kind, amount)"
                                                ::formatted))
                .map(part -> Query.of("(" + part + ")"))
                .toList();
        Map<String, List<Line>> lines = parts.isEmpty()
                ? Map.of()
                : reads.sum(() -> Query.join(" union all ", parts).list(database, Reconciliation::line)).stream()
                        .collect(Collectors.groupingBy(Line::name));
        List<Result> results = results(lines, false);
        Map<String, String> amounts = new TreeMap<>();
        differences(lines.getOrDefault("", List.of()))
                .forEach(balance -> amounts.put(balance.subject(), balance.found()));
        List<ComparedCopy> compared = copies.all();
        return new Report(
                clock.instant(),
                results.stream().allMatch(result -> result.differences().isEmpty())
                        && compared.stream().noneMatch(copy -> copy.state() == ComparedCopy.State.DIFFERS),
                amounts,
                results,
                compared,
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
