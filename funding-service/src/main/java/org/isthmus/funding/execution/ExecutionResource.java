package org.isthmus.funding.execution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.ledger.Sight;

@Path("/v1/execution")
@RunOnVirtualThread
@Tag(name = "Execution", description = "What the money did: totals to the cent, with the entries behind them.")
class ExecutionResource {

    private final Execution execution;
    private final Sight sight;
    private final Clock clock;
    private final UriInfo uri;

    ExecutionResource(Execution execution, Sight sight, Clock clock, UriInfo uri) {
        this.execution = execution;
        this.sight = sight;
        this.clock = clock;
        this.uri = uri;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(Report.class)
    @Operation(
            operationId = "getExecution",
            summary = "Add up what was allocated, committed, paid and decommitted",
            description =
                    "Filters as on movements: strand, country, region, year, programme, action, project, commitment,"
                            + " budgetLine, historical; they repeat for OR, none finds what belongs to none.")
    @Parameter(
            name = "groupBy",
            in = ParameterIn.QUERY,
            explode = Explode.FALSE,
            schema = @Schema(type = SchemaType.STRING),
            description = "Any of strand, country, region, year, programme, action, in any order, separated by commas.",
            example = "strand,country,year")
    @Parameter(
            name = "measures",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Any of allocated, committed, paid, decommitted, outstanding; all of them without it.",
            example = "committed,paid")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            description = "Movements effective by that day.",
            example = "2012-12-31")
    @Parameter(
            name = "recordedAsOf",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "What the books knew by then: a day or an instant.")
    public Response get() {
        ReportRequest request = ReportRequest.of(uri.getQueryParameters());
        ExecutionQuery query = request.query(sight.condition("a.project_id"));
        Execution.Sums sums =
                execution.sums(query, request.dimensions().size(), request.measures(), request.recordedAsOf());
        return Response.ok(report(request, sums)).build();
    }

    private Report report(ReportRequest request, Execution.Sums sums) {
        List<Report.Row> rows = sums.rows().entrySet().stream()
                .filter(row -> row.getValue().entries() > 0)
                .map(row -> new Report.Row(
                        request.key(row.getKey()),
                        row.getValue(),
                        row.getValue().entries(),
                        request.link(row.getKey())))
                .toList();
        List<Report.Reason> reasons = sums.reasons().entrySet().stream()
                .filter(reason -> reason.getValue().entries() > 0)
                .map(reason -> new Report.Reason(
                        reason.getKey(), reason.getValue(), reason.getValue().entries()))
                .toList();
        return new Report(
                request.measures(),
                request.dimensions().stream().map(GroupBy::parameter).toList(),
                "EUR",
                "PROJECT",
                sight.isFull() ? "ALL" : "PUBLISHED",
                Report.DEFINITIONS,
                new Report.AsOf(
                        request.asOf().orElseGet(() -> LocalDate.now(clock)),
                        request.recordedAsOf().orElse(null),
                        sums.position()),
                rows,
                new Report.NotAttributed(
                        sums.notAttributed(),
                        sums.notAttributed().entries(),
                        request.why(sums.reasons()),
                        reasons,
                        request.linkNotAttributed()),
                new Report.Total(sums.total(), sums.total().entries()));
    }
}
