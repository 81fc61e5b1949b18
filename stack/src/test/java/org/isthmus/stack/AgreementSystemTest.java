package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.AUDITOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists, facets, statistics, execution, CSV and NDJSON say the same, to the cent and to the row. */
@ExtendWith(Isthmus.class)
class AgreementSystemTest {

    private static final int SIZE = 2_000;

    /** What is there at one moment; what was generated is the difference of two. */
    private record Figures(
            Map<String, BigDecimal> contributionByCountry,
            Map<String, BigDecimal> contributionByStrand,
            Map<String, BigDecimal> committedByCountry,
            Map<String, BigDecimal> committedByStrand,
            Map<String, BigDecimal> facet,
            BigDecimal counted,
            BigDecimal projects,
            BigDecimal csv,
            BigDecimal ndjson,
            BigDecimal pages) {

        static Figures now() {
            JsonNode list = get("/v1/projects?limit=1&total=true&facets=country");
            return new Figures(
                    contribution("country"),
                    contribution("strand"),
                    committed("country"),
                    committed("strand"),
                    StreamSupport.stream(list.at("/facets/country").spliterator(), false)
                            .collect(Collectors.toMap(
                                    each -> each.path("value").asText(),
                                    each -> each.path("count").decimalValue())),
                    amount(get("/v1/statistics/projects?groupBy=country&currency=EUR")
                            .at("/total/contribution")),
                    list.path("total").decimalValue(),
                    sumOfCsv(),
                    sumOfNdjson(),
                    sumOfPages());
        }

        private static Map<String, BigDecimal> contribution(String key) {
            JsonNode report = get("/v1/statistics/projects?currency=EUR&groupBy=" + key);
            Map<String, BigDecimal> sums = new TreeMap<>();
            report.path("rows")
                    .forEach(row -> sums.merge(code(row, key), amount(row.path("contribution")), BigDecimal::add));
            sums.merge(GeneratedProjects.NONE, amount(report.at("/notAttributed/contribution")), BigDecimal::add);
            return sums;
        }

        private static Map<String, BigDecimal> committed(String key) {
            JsonNode report = get("/v1/execution?measures=committed&groupBy=" + key);
            Map<String, BigDecimal> sums = new TreeMap<>();
            report.path("rows")
                    .forEach(row -> sums.merge(code(row, key), number(row.path("committed")), BigDecimal::add));
            sums.merge(GeneratedProjects.NONE, number(report.at("/notAttributed/committed")), BigDecimal::add);
            return sums;
        }

        private static String code(JsonNode row, String key) {
            return row.path("key").path(key).asText();
        }

        private static BigDecimal sumOfCsv() {
            List<String> lines = AUDITOR.get("/v1/projects?format=csv&fields=contribution&currency=EUR")
                    .expect(200)
                    .body()
                    .asText()
                    .lines()
                    .toList();
            int column = List.of(lines.getFirst().split(",")).indexOf("contribution");
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1)[column])
                    .filter(cell -> !cell.isEmpty())
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static BigDecimal sumOfNdjson() {
            String text = AUDITOR.getText("/v1/projects?format=ndjson&fields=contribution&currency=EUR");
            return text.lines()
                    .map(Api::parsed)
                    .map(project -> number(project.at("/contribution/amount/amount")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static BigDecimal sumOfPages() {
            BigDecimal sum = BigDecimal.ZERO;
            String next = "/v1/projects?limit=333&sort=-amount&currency=EUR";
            while (!next.isEmpty()) {
                JsonNode page = get(next);
                for (JsonNode project : page.path("items")) {
                    sum = sum.add(number(project.at("/contribution/amount/amount")));
                }
                next = page.path("next").asText();
            }
            return sum;
        }
    }

    @Test
    void everyWayOutSaysTheSameOfTwoThousandProjects() {
        Figures before = Figures.now();
        List<String> strands = new ArrayList<>();
        get("/v1/strands?programme=THEMATIC-MIGR")
                .path("items")
                .forEach(strand -> strands.add(strand.path("code").asText()));
        GeneratedProjects generated = new GeneratedProjects(SIZE, 7, strands);
        generated.enter();
        BigDecimal promised = BigDecimal.valueOf(generated.committed(true).values().stream()
                .mapToLong(each -> each)
                .sum());
        Cycle.eventually(() -> sum(Figures.committed("country"))
                        .subtract(sum(before.committedByCountry()))
                        .compareTo(promised)
                == 0);
        Cycle.eventually(() -> difference(Figures.committed("country"), before.committedByCountry())
                .equals(exact(generated.committed(true))));
        Figures after = Figures.now();

        assertThat(difference(after.contributionByCountry(), before.contributionByCountry()))
                .isEqualTo(exact(generated.contribution(true)));
        assertThat(difference(after.contributionByStrand(), before.contributionByStrand()))
                .isEqualTo(exact(generated.contribution(false)));
        assertThat(difference(after.committedByCountry(), before.committedByCountry()))
                .isEqualTo(exact(generated.committed(true)));
        assertThat(difference(after.committedByStrand(), before.committedByStrand()))
                .isEqualTo(exact(generated.committed(false)));
        assertThat(difference(after.facet(), before.facet())).isEqualTo(exact(generated.projectsByCountry()));
        assertThat(after.counted().subtract(before.counted()))
                .isEqualByComparingTo(BigDecimal.valueOf(generated.counted()));
        assertThat(after.projects().subtract(before.projects()))
                .isEqualByComparingTo(BigDecimal.valueOf(generated.size()));
        BigDecimal printed = BigDecimal.valueOf(generated.printed());
        assertThat(after.csv().subtract(before.csv())).isEqualByComparingTo(printed);
        assertThat(after.ndjson().subtract(before.ndjson())).isEqualByComparingTo(printed);
        assertThat(after.pages().subtract(before.pages())).isEqualByComparingTo(printed);
    }

    @Test
    void theRowsOfStatisticsListAsManyProjectsAsTheyCount() {
        for (String key : List.of("country", "strand", "status", "region")) {
            for (JsonNode row : get("/v1/statistics/projects?groupBy=" + key).path("rows")) {
                String link = row.path("link").asText();
                assertThat(get(link + "&limit=1&total=true").path("total").asLong())
                        .as(link)
                        .isEqualTo(row.path("projects").asLong());
            }
        }
    }

    private static JsonNode get(String path) {
        return AUDITOR.get(path).expect(200).body();
    }

    private static Map<String, BigDecimal> difference(Map<String, BigDecimal> after, Map<String, BigDecimal> before) {
        Map<String, BigDecimal> difference = new TreeMap<>();
        after.forEach((key, value) -> put(difference, key, value.subtract(before.getOrDefault(key, BigDecimal.ZERO))));
        return difference;
    }

    private static Map<String, BigDecimal> exact(Map<String, Long> sums) {
        Map<String, BigDecimal> exact = new TreeMap<>();
        sums.forEach((key, value) -> put(exact, key, BigDecimal.valueOf(value)));
        return exact;
    }

    private static void put(Map<String, BigDecimal> sums, String key, BigDecimal value) {
        if (value.signum() != 0) {
            sums.put(key, value.stripTrailingZeros());
        }
    }

    private static BigDecimal sum(Map<String, BigDecimal> sums) {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of the amounts in euros. */
    private static BigDecimal amount(JsonNode amounts) {
        return StreamSupport.stream(amounts.spliterator(), false)
                .filter(money -> money.path("currency").asText().equals("EUR"))
                .map(money -> number(money.path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is unknown is absent. */
    private static BigDecimal number(JsonNode amount) {
        return amount.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(amount.asText());
    }
}
