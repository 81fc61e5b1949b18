package org.isthmus.funding.execution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.journal.VisibleMoney;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.report.AddUp;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Figures;
import org.isthmus.kit.report.Measure;
import org.isthmus.kit.report.Totals;

/** What was allocated, committed, paid and decommitted, in euros, by effective day. */
@Path("/v1/execution")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Execution", description = "What the money did: totals to the cent, with the entries behind them.")
class ExecutionResource {

    static final Listing PARAMETERS = ExecutionReport.DECLARATION.documented();

    private final AddUp addUp;
    private final VisibleMoney sight;
    private final Clock clock;
    private final ZoneId zone;
    private final UriInfo uri;

    ExecutionResource(
            AddUp addUp,
            VisibleMoney sight,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone,
            UriInfo uri) {
        this.addUp = addUp;
        this.sight = sight;
        this.clock = clock;
        this.zone = zone;
        this.uri = uri;
    }

    @GET
    @APIResponseSchema(ExecutionView.class)
    @Operation(
            operationId = "getExecution",
            summary = "Add up what was allocated, committed, paid and decommitted",
            description = "Filters repeat for OR; rows and what is not attributed add up to the total.")
    public Response get() {
        Breakdown asked = Breakdown.of(ExecutionReport.DECLARATION, uri.getQueryParameters(), clock, zone);
        Totals totals = addUp.of(
                asked,
                EntryParts.of(asked, sight.condition("a.project_id"), sight.isFull()),
                Map.of("position", position(asked)),
                sight.isFull());
        return Response.ok(view(asked, totals))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }

    /** The instant is a value of ours, never a text of the request. */
    private static String position(Breakdown asked) {
        return "(select coalesce(max(position), 0) from movement%s)"
                .formatted(
                        asked.recordedBy() == null ? "" : " where recorded_at <= '%s'".formatted(asked.recordedBy()));
    }

    private ExecutionView view(Breakdown asked, Totals totals) {
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
                sight.isFull() ? "ALL" : "PUBLISHED",
                asked.report().definitions(),
                new ExecutionView.AsOf(
                        asked.effectiveOn() == null ? LocalDate.ofInstant(clock.instant(), zone) : asked.effectiveOn(),
                        asked.recordedBy(),
                        totals.number("position")),
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
        Map<String, List<String>> further = new LinkedHashMap<>(asked.days());
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
