package org.isthmus.stack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.isthmus.stack.GeneratedProject.Booked;
import org.isthmus.stack.GeneratedProject.Share;

/** What follows from generated projects, by sums of its own: for each way out the figures by code; zeros are left out. */
final class ExpectedFigures {

    private static final long CENTS = 100;

    private final List<GeneratedProject> projects;
    private final Map<String, Map<String, BigDecimal>> figures = new TreeMap<>();

    private ExpectedFigures(GeneratedProjects generated) {
        projects = generated.all();
    }

    static Map<String, Map<String, BigDecimal>> of(GeneratedProjects generated) {
        ExpectedFigures expected = new ExpectedFigures(generated);
        expected.byCode("country", project -> project.countries, project -> project.countries);
        expected.byCode("strand", GeneratedProject::strandsWithMoney, project -> project.strands);
        expected.lists();
        return expected.figures;
    }

    /** What an action of so many euros shows in coverage, by its own shares. */
    static Map<String, Map<String, BigDecimal>> planned(long euros, Map<String, List<Share>> sharesByKey) {
        Map<String, Map<String, BigDecimal>> figures = new TreeMap<>();
        sharesByKey.forEach((key, shares) -> {
            Map<String, BigDecimal> byCode = new TreeMap<>();
            shares.forEach(
                    share -> byCode.put(share.code(), BigDecimal.valueOf(CENTS / 10 * euros * share.tenths(), 2)));
            for (String measure : List.of("indicative", "allocated")) {
                String name = "coverage/totals %s %s".formatted(key, measure);
                figures.put(name, ShownFigures.exact(byCode));
                figures.put(name + " csv", ShownFigures.exact(byCode));
            }
        });
        return figures;
    }

    private void byCode(
            String key,
            Function<GeneratedProject, List<Share>> withMoney,
            Function<GeneratedProject, List<Share>> named) {
        Map<String, BigDecimal> counts = new TreeMap<>();
        projects.forEach(project ->
                named.apply(project).forEach(share -> counts.merge(share.code(), BigDecimal.ONE, BigDecimal::add)));
        everywhere("statistics/projects %s projects".formatted(key), counts);
        Map<String, BigDecimal> facet = new TreeMap<>(counts);
        facet.put(
                ShownFigures.NONE,
                BigDecimal.valueOf(count(project -> named.apply(project).isEmpty())));
        put("facet " + key, facet);
        everywhere(
                "statistics/projects %s contribution".formatted(key),
                sums(withMoney, project -> project.amount > 0, project -> CENTS * project.remainder()));

        Map<String, ToLongFunction<GeneratedProject>> measures = new TreeMap<>();
        measures.put("committed", project -> ofGrant(project, 4) + ofThePast(project, false));
        measures.put("paid", project -> ofGrant(project, project.root().paidQuarters));
        measures.put("decommitted", project -> ofGrant(project, project.root().givenBackQuarters));
        measures.put("outstanding", project -> ofGrant(project, left(project.root())));
        measures.put("paymentsUnknown", project -> ofThePast(project, false));
        measures.put("dateUnknown", project -> ofThePast(project, true));
        measures.forEach((measure, cents) ->
                everywhere("execution %s %s".formatted(key, measure), sums(withMoney, project -> true, cents)));
        measures.keySet().removeAll(List.of("paymentsUnknown", "dateUnknown"));
        measures.forEach((measure, cents) -> everywhere(
                "coverage/totals %s %s".formatted(key, measure),
                sums(withMoney, project -> project.root().booked == Booked.GRANT, cents)));
    }

    private static int left(GeneratedProject grant) {
        return 4 - grant.paidQuarters - grant.givenBackQuarters;
    }

    /** The grant of an umbrella is cut by what its parts are known to have. */
    private static long ofGrant(GeneratedProject project, int quarters) {
        boolean isInGrant = project.root().booked == Booked.GRANT && project.amount > 0;
        return isInGrant ? CENTS / 4 * project.remainder() * quarters : 0;
    }

    private static long ofThePast(GeneratedProject project, boolean isUndated) {
        boolean counts = project.booked.isOfThePast()
                && (project.booked == Booked.UNDATED) == isUndated
                && !project.isIncluded();
        return counts ? CENTS * project.amount : 0;
    }

    private static Map<String, BigDecimal> none() {
        return new TreeMap<>();
    }

    private Map<String, BigDecimal> sums(
            Function<GeneratedProject, List<Share>> shares,
            Predicate<GeneratedProject> which,
            ToLongFunction<GeneratedProject> cents) {
        Map<String, BigDecimal> sums = none();
        projects.stream().filter(which).forEach(project -> {
            long left = cents.applyAsLong(project);
            long tenth = left / 10;
            for (Share share : shares.apply(project)) {
                sums.merge(share.code(), BigDecimal.valueOf(tenth * share.tenths(), 2), BigDecimal::add);
                left -= tenth * share.tenths();
            }
            sums.merge(ShownFigures.NONE, BigDecimal.valueOf(left, 2), BigDecimal::add);
        });
        return sums;
    }

    /** What is printed and booked, whether it is counted elsewhere or not. */
    private void lists() {
        long grants = count(project -> project.booked == Booked.GRANT);
        long past = count(project -> project.booked.isOfThePast());
        list("projects", projects.size(), Map.of("contribution", project -> CENTS * project.amount));
        list(
                "commitments",
                grants + past,
                Map.of(
                        "committed",
                        project -> project.booked == Booked.NOTHING ? 0 : CENTS * project.amount,
                        "paid",
                        project -> quarters(project, project.paidQuarters),
                        "decommitted",
                        project -> quarters(project, project.givenBackQuarters),
                        "outstanding",
                        project -> quarters(project, left(project))));
        put(
                "total of projects",
                Map.of(
                        "contribution",
                        BigDecimal.valueOf(
                                CENTS
                                        * projects.stream()
                                                .filter(each -> each.umbrella == null)
                                                .mapToLong(each -> each.amount)
                                                .sum(),
                                2)));
    }

    private static long quarters(GeneratedProject project, int quarters) {
        return project.booked == Booked.GRANT ? CENTS / 4 * project.amount * quarters : 0;
    }

    private long count(Predicate<GeneratedProject> which) {
        return projects.stream().filter(which).count();
    }

    private void list(String name, long rows, Map<String, ToLongFunction<GeneratedProject>> sums) {
        Map<String, BigDecimal> whole = none();
        whole.put("rows", BigDecimal.valueOf(rows));
        sums.forEach((column, cents) -> whole.put(
                column, BigDecimal.valueOf(projects.stream().mapToLong(cents).sum(), 2)));
        for (String way : List.of("pages", "csv", "ndjson")) {
            put(name + " " + way, whole);
        }
    }

    /** A report says the same as JSON and as CSV. */
    private void everywhere(String name, Map<String, BigDecimal> byCode) {
        put(name, byCode);
        put(name + " csv", byCode);
    }

    private void put(String name, Map<String, BigDecimal> byCode) {
        figures.put(name, ShownFigures.exact(byCode));
    }
}
