package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.AUDITOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What the system shows at one moment on each way out: figures by code. In each report the rows and what is not attributed
 * are checked to make its total.
 */
final class ShownFigures {

    static final String NONE = "none";

    private static final List<String> EXECUTION =
            List.of("committed", "paid", "decommitted", "outstanding", "paymentsUnknown", "dateUnknown");
    private static final List<String> COVERAGE =
            List.of("indicative", "allocated", "committed", "paid", "decommitted", "outstanding");
    private static final List<String> KEYS = List.of("country", "strand");

    private final Map<String, Map<String, BigDecimal>> figures = new TreeMap<>();

    private ShownFigures() {}

    /** All that there is but coverage. */
    static Map<String, Map<String, BigDecimal>> now() {
        ShownFigures shown = new ShownFigures();
        for (String key : KEYS) {
            shown.report("statistics/projects", List.of("contribution"), key, "&currency=EUR");
            shown.report("execution", EXECUTION, key, "&measures=" + String.join(",", EXECUTION));
            shown.facet(key);
        }
        shown.total();
        shown.list("projects", "", Map.of("contribution", "/contribution/amount/amount"));
        shown.list(
                "commitments",
                "",
                Map.of(
                        "committed",
                        "/committed/amount",
                        "paid",
                        "/paid/amount",
                        "decommitted",
                        "/decommitted/amount",
                        "outstanding",
                        "/outstanding/amount"));
        return shown.figures;
    }

    /** Coverage of one work programme. */
    static Map<String, Map<String, BigDecimal>> ofCoverage(String workProgramme) {
        ShownFigures shown = new ShownFigures();
        for (String key : KEYS) {
            shown.report("coverage/totals", COVERAGE, key, "&workProgramme=" + workProgramme);
        }
        return shown.figures;
    }

    /** What one has more than the other. */
    static Map<String, Map<String, BigDecimal>> difference(
            Map<String, Map<String, BigDecimal>> after, Map<String, Map<String, BigDecimal>> before) {
        Map<String, Map<String, BigDecimal>> difference = new TreeMap<>();
        after.forEach((name, figures) -> {
            Map<String, BigDecimal> more = new TreeMap<>();
            figures.forEach((code, figure) -> more.put(
                    code, figure.subtract(before.getOrDefault(name, Map.of()).getOrDefault(code, BigDecimal.ZERO))));
            difference.put(name, exact(more));
        });
        return difference;
    }

    /** Without zeros, and so that 1.0 equals 1. */
    static Map<String, BigDecimal> exact(Map<String, BigDecimal> figures) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        figures.forEach((code, figure) -> {
            if (figure.signum() != 0) {
                exact.put(code, figure.stripTrailingZeros());
            }
        });
        return exact;
    }

    private void report(String path, List<String> measures, String key, String further) {
        String asked = "/v1/%s?groupBy=%s%s".formatted(path, key, further);
        JsonNode report = get(asked);
        Csv csv = Csv.of(asked + "&format=csv");
        for (String measure : measures) {
            String name = "%s %s %s".formatted(path, key, measure);
            Map<String, BigDecimal> sums = new TreeMap<>();
            report.path("rows").forEach(row -> add(sums, code(row, key), amount(row.path(measure))));
            add(sums, NONE, amount(report.path("notAttributed").path(measure)));
            assertMakesUp(name, sums, amount(report.path("total").path(measure)));
            figures.put(name, sums);

            Map<String, BigDecimal> lines = new TreeMap<>();
            csv.lines().stream()
                    .filter(line -> !line.cell("row").equals("TOTAL"))
                    .forEach(line -> add(
                            lines,
                            line.cell("row").equals("ROW") ? line.cell(key) : NONE,
                            decimal(line.cell(measure))));
            BigDecimal total = csv.lines().stream()
                    .filter(line -> line.cell("row").equals("TOTAL"))
                    .map(line -> decimal(line.cell(measure)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertMakesUp(name + " csv", lines, total);
            figures.put(name + " csv", lines);
        }
        if (path.startsWith("statistics")) {
            Map<String, BigDecimal> counts = new TreeMap<>();
            Map<String, BigDecimal> lines = new TreeMap<>();
            report.path("rows")
                    .forEach(row ->
                            add(counts, code(row, key), row.path("projects").decimalValue()));
            csv.lines().stream()
                    .filter(line -> line.cell("row").equals("ROW"))
                    .forEach(line -> add(lines, line.cell(key), decimal(line.cell("projects"))));
            figures.put("%s %s projects".formatted(path, key), counts);
            figures.put("%s %s projects csv".formatted(path, key), lines);
        }
    }

    private static void assertMakesUp(String name, Map<String, BigDecimal> parts, BigDecimal total) {
        assertThat(parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(name)
                .isEqualByComparingTo(total);
    }

    private void facet(String key) {
        Map<String, BigDecimal> counts = new TreeMap<>();
        get("/v1/projects?limit=1&facets=" + key)
                .at("/facets/" + key)
                .forEach(each -> add(
                        counts, each.path("value").asText(), each.path("count").decimalValue()));
        figures.put("facet " + key, counts);
    }

    private void total() {
        figures.put(
                "total of projects",
                Map.of(
                        "contribution",
                        amount(get("/v1/statistics/projects?groupBy=country&currency=EUR")
                                .at("/total/contribution"))));
    }

    /** All rows of a list: how many there are and what their columns add up to. */
    private void list(String name, String further, Map<String, String> pointers) {
        List<JsonNode> rows = new ArrayList<>();
        String next = "/v1/%s?limit=333%s".formatted(name, further);
        while (!next.isEmpty()) {
            JsonNode page = get(next);
            page.path("items").forEach(rows::add);
            next = page.path("next").asText();
        }
        sum(name + " pages", rows, pointers);
        List<JsonNode> lines = AUDITOR.getText("/v1/%s?format=ndjson%s".formatted(name, further))
                .lines()
                .map(Api::parsed)
                .toList();
        sum(name + " ndjson", lines, pointers);
        Csv csv = Csv.of("/v1/%s?format=csv&fields=%s%s".formatted(name, String.join(",", pointers.keySet()), further));
        Map<String, BigDecimal> sums = new TreeMap<>();
        sums.put("rows", BigDecimal.valueOf(csv.lines().size()));
        csv.lines().forEach(line -> pointers.keySet().forEach(column -> add(sums, column, decimal(line.cell(column)))));
        figures.put(name + " csv", sums);
    }

    private void sum(String name, List<JsonNode> rows, Map<String, String> pointers) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        sums.put("rows", BigDecimal.valueOf(rows.size()));
        rows.forEach(row -> pointers.forEach((column, pointer) -> add(sums, column, amount(row.at(pointer)))));
        figures.put(name, sums);
    }

    private static void add(Map<String, BigDecimal> sums, String code, BigDecimal amount) {
        sums.merge(code, amount, BigDecimal::add);
    }

    private static String code(JsonNode row, String key) {
        return row.path("key").path(key).asText();
    }

    /** What is unknown is absent; of several currencies the euros count. */
    private static BigDecimal amount(JsonNode amount) {
        return amount.isArray()
                ? StreamSupport.stream(amount.spliterator(), false)
                        .filter(money -> money.path("currency").asText().equals("EUR"))
                        .map(money -> decimal(money.path("amount").asText()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : decimal(amount.asText());
    }

    private static BigDecimal decimal(String amount) {
        return amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    private static JsonNode get(String path) {
        return AUDITOR.get(path).expect(200).body();
    }

    /** A table of which no cell has a comma. */
    private record Csv(List<Line> lines) {

        record Line(List<String> header, List<String> cells) {

            String cell(String column) {
                return cells.get(header.lastIndexOf(column)).replace("\"", "");
            }
        }

        static Csv of(String path) {
            List<String> all = AUDITOR.getText(path).lines().toList();
            List<String> header = List.of(all.getFirst().split(",", -1));
            return new Csv(all.stream()
                    .skip(1)
                    .map(line -> new Line(header, List.of(line.split(",", -1))))
                    .toList());
        }
    }
}
