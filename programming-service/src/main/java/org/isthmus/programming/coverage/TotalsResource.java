package org.isthmus.programming.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Figures;
import org.isthmus.kit.report.Measure;
import org.isthmus.kit.report.Reports;
import org.isthmus.kit.report.Totals;
import org.jspecify.annotations.Nullable;

/** Coverage added up, in euros, by effective day. */
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Coverage")
class TotalsResource {

    static final Parameters PARAMETERS = CoverageReport.DECLARATION.at("/v1/coverage/totals");

    /** What an action is cut by; all else picks whole actions. */
    private static final Set<String> CUTS = Set.of("strand", "country", "region", "regionItself");

    private final Reports reports;
    private final Audience audience;

    TotalsResource(Reports reports, Audience audience) {
        this.reports = reports;
        this.audience = audience;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Path("/totals")
    @APIResponseSchema(TotalsView.class)
    @Operation(
            operationId = "getCoverageTotals",
            summary = "Add up coverage by programme, work programme, year, action, strand, country or region",
            description =
                    "What is planned is split by the shares of the action, what is committed by those of the project;"
                            + " what can't be attributed is told apart.")
    public Response totals() {
        Breakdown asked = reports.asked(CoverageReport.DECLARATION, PARAMETERS);
        Query parts = CoverageParts.of(asked, reports.day(asked), audience.isOfficial());
        return reports.answer(asked, reports.addUp(asked, parts, "", Map.of()), "actions", TotalsResource::view);
    }

    private static TotalsView view(Breakdown asked, Totals totals) {
        List<TotalsView.Reason> reasons = totals.reasons().entrySet().stream()
                .map(reason -> new TotalsView.Reason(
                        reason.getKey(), reason.getValue().things(), amounts(asked, reason.getValue())))
                .toList();
        return new TotalsView(
                asked.measures().stream().map(Measure::name).toList(),
                asked.dimensions().stream().map(Dimension::name).toList(),
                asked.currency().orElse("EUR"),
                asked.report().countingLevel(),
                totals.scope(),
                asked.report().definitions(),
                totals.asOf(),
                totals.rows().entrySet().stream()
                        .map(row -> {
                            Map<String, Object> key = asked.key(row.getKey());
                            return sum(asked, key, row.getValue(), null, link(asked, key));
                        })
                        .toList(),
                sum(
                        asked,
                        null,
                        totals.notAttributed(),
                        reasons,
                        totals.notAttributed().things() == 0 ? null : link(asked, asked.none())),
                sum(asked, null, totals.total(), null, link(asked, Map.of())));
    }

    private static TotalsView.Sum sum(
            Breakdown asked,
            @Nullable Map<String, Object> key,
            Figures figures,
            @Nullable List<TotalsView.Reason> reasons,
            @Nullable String link) {
        Map<String, String> amounts = amounts(asked, figures);
        return new TotalsView.Sum(
                key,
                figures.things(),
                amounts.get("indicative"),
                amounts.get("allocated"),
                amounts.get("committed"),
                amounts.get("decommitted"),
                amounts.get("paid"),
                amounts.get("recovered"),
                amounts.get("outstanding"),
                amounts.get("paymentsUnknown"),
                reasons,
                link);
    }

    private static Map<String, String> amounts(Breakdown asked, Figures figures) {
        Map<String, String> amounts = new LinkedHashMap<>();
        asked.measures()
                .forEach(measure -> figures.amount(measure, asked.currency().orElse("EUR"))
                        .ifPresent(amount ->
                                amounts.put(measure.name(), amount.amount().toPlainString())));
        return amounts;
    }

    /**
     * The actions of a row, each with the part of it that the row holds: they add up to the row. A row that is the whole of
     * one action leads to the action itself.
     */
    private static String link(Breakdown asked, Map<String, Object> key) {
        boolean isWhole =
                Collections.disjoint(key.keySet(), CUTS) && CUTS.stream().noneMatch(asked.asked()::has);
        if (key.containsKey("action") && isWhole) {
            return asked.link("/v1/coverage", Map.of("reference", key.get("action")), Map.of());
        }
        Map<String, List<String>> further = new LinkedHashMap<>();
        further.put("groupBy", List.of("action"));
        if (asked.measures().size() < CoverageReport.DECLARATION.measures().size()) {
            further.put(
                    "measures",
                    List.of(String.join(
                            ",", asked.measures().stream().map(Measure::name).toList())));
        }
        asked.currency().ifPresent(currency -> further.put("currency", List.of(currency)));
        return asked.link("/v1/coverage/totals", key, further);
    }
}
