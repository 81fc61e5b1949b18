package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.isthmus.stack.Cycle.AUDITOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isthmus.stack.GeneratedProject.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists, facets, statistics, execution, coverage, CSV and NDJSON say the same, to the cent and to the row. */
@ExtendWith(Isthmus.class)
class AgreementSystemTest {

    private static final int SIZE = 2_000;

    @Test
    void everyWayOutSaysTheSameOfTwoThousandProjects() {
        List<String> strands = new ArrayList<>();
        get("/v1/strands?programme=THEMATIC-MIGR")
                .path("items")
                .forEach(strand -> strands.add(strand.path("code").asText()));
        GeneratedProjects generated = new GeneratedProjects(SIZE, 7, strands);
        String needed = generated.granted() + ".00";
        Cycle cycle = Cycle.adopted(needed);
        cycle.appropriate("PAYMENT", 2011, needed);
        cycle.projectOnceKnown("first");
        Map<String, Map<String, BigDecimal>> before = ShownFigures.now();
        generated.enter(cycle);
        cycle.appropriate("COMMITMENT", 2010, "1000.00");
        cycle.amend(
                (generated.granted() + 1_000) + ".00",
                "{\"code\": \"MD\", \"share\": \"60.0000\"}, {\"code\": \"UA\", \"share\": \"40.0000\"}");
        Map<String, Map<String, BigDecimal>> expected = ExpectedFigures.of(generated);
        expected.putAll(ExpectedFigures.planned(
                generated.granted() + 1_000,
                Map.of(
                        "country",
                        List.of(new Share("MD", 6), new Share("UA", 4)),
                        "strand",
                        List.of(new Share("migration-development", 10)))));
        String workProgramme = get("/v1/work-programmes/" + cycle.workProgramme())
                .path("reference")
                .asText();

        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    Map<String, Map<String, BigDecimal>> shown =
                            new TreeMap<>(ShownFigures.difference(ShownFigures.now(), before));
                    shown.putAll(ShownFigures.difference(ShownFigures.ofCoverage(workProgramme), Map.of()));
                    Map<String, Map<String, BigDecimal>> otherwise = new TreeMap<>(shown);
                    otherwise.entrySet().removeAll(expected.entrySet());
                    assertThat(otherwise).as("what is shown otherwise").isEmpty();
                    assertThat(shown).isEqualTo(expected);
                });
        theEntriesMakeUpTheRows("&groupBy=country&action=" + cycle.actionReference());
    }

    /** Each line of the entries says the part that counts in the row that leads to them. */
    private static void theEntriesMakeUpTheRows(String further) {
        JsonNode report = get("/v1/execution?measures=committed,paid,outstanding" + further);
        List<JsonNode> figures = new ArrayList<>(List.of(report.path("notAttributed"), report.path("total")));
        report.path("rows").forEach(figures::add);
        assertThat(figures).hasSizeGreaterThan(4);
        for (JsonNode figure : figures) {
            List<JsonNode> entries = AUDITOR.getText(figure.path("link").asText() + "&format=ndjson")
                    .lines()
                    .map(Api::parsed)
                    .toList();
            assertThat(entries).hasSize(figure.path("entries").asInt());
            for (String measure : List.of("committed", "paid", "outstanding")) {
                assertThat(entries.stream()
                                .map(entry -> entry.path("counts").path(measure).asText("0"))
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as("%s of %s", measure, figure)
                        .isEqualByComparingTo(figure.path(measure).asText());
            }
        }
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
}
