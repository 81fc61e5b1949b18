package org.isthmus.funding.execution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** What was allocated, committed, paid and decommitted, in euros, by effective day. */
@Path("/v1/execution")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Execution", description = "What the money did: totals to the cent, with the entries behind them.")
class ExecutionResource {

    static final Parameters PARAMETERS = ExecutionReport.DECLARATION.at("/v1/execution");

    private final Reports reports;
    private final Audience audience;

    ExecutionResource(Reports reports, Audience audience) {
        this.reports = reports;
        this.audience = audience;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @APIResponseSchema(ExecutionView.class)
    @Operation(
            operationId = "getExecution",
            summary = "Add up what was allocated, committed, paid and decommitted",
            description = "Filters repeat for OR; rows and what is not attributed add up to the total.")
    public Response get() {
        Breakdown asked = reports.asked(ExecutionReport.DECLARATION, PARAMETERS);
        Query parts = EntryParts.of(asked, reports, audience.isOfficial());
        return reports.answer(asked, reports.addUp(asked, parts, "", Map.of()), "entries", ExecutionResource::view);
    }

    private static ExecutionView view(Breakdown asked, Totals totals) {
        List<ExecutionView.Row> rows = totals.rows().entrySet().stream()
                .map(row -> row(asked, asked.key(row.getKey()), row.getValue()))
                .toList();
        List<ExecutionView.Reason> reasons = totals.reasons().entrySet().stream()
                .map(reason -> new ExecutionView.Reason(
                        reason.getKey(),
                        ExecutionFigures.of(reason.getValue(), asked),
                        reason.getValue().things()))
                .toList();
        Figures left = totals.notAttributed();
        return new ExecutionView(
                asked.measures().stream().map(Measure::name).toList(),
                asked.dimensions().stream().map(Dimension::name).toList(),
                asked.currency().orElse("EUR"),
                asked.report().countingLevel(),
                totals.scope(),
                asked.report().definitions(),
                totals.asOf(),
                rows,
                new ExecutionView.NotAttributed(
                        ExecutionFigures.of(left, asked),
                        left.things(),
                        reasons,
                        left.things() == 0 ? null : link(asked, asked.none())),
                new ExecutionView.Total(
                        ExecutionFigures.of(totals.total(), asked),
                        totals.total().things(),
                        link(asked, Map.of())));
    }

    private static ExecutionView.Row row(Breakdown asked, Map<String, Object> key, Figures figures) {
        return new ExecutionView.Row(key, ExecutionFigures.of(figures, asked), figures.things(), link(asked, key));
    }

    private static String link(Breakdown asked, Map<String, Object> key) {
        Map<String, List<String>> further = new LinkedHashMap<>();
        if (asked.measures().size() < ExecutionReport.MEASURES.size()) {
            further.put(
                    "measures",
                    List.of(String.join(
                            ",", asked.measures().stream().map(Measure::name).toList())));
        }
        asked.currency().ifPresent(currency -> further.put("currency", List.of(currency)));
        return asked.link("/v1/entries", key, further);
    }
}
