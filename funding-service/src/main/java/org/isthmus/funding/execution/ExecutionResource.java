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
import org.isthmus.kit.documents.Listing;

@Path("/v1/execution")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Execution", description = "What the money did: totals to the cent, with the entries behind them.")
class ExecutionResource {

    static final Listing FILTERS = Listing.ofParameters("getExecution")
            .own("strand", Listing.Type.TEXTS, "Code of a strand, or none.")
            .own("country", Listing.Type.TEXTS, "ISO 3166-1 alpha-2, or none.")
            .own("region", Listing.Type.TEXTS, "Region of the register of countries, or none.")
            .own("year", Listing.Type.TEXTS, "Budget year of the money, or none.")
            .own("programme", Listing.Type.TEXTS, "Code of the programme, or none.")
            .own("action", Listing.Type.TEXTS, "Action, by id or reference, or none.")
            .own("project", Listing.Type.TEXTS, "Project, by id or reference, or none.")
            .own("commitment", Listing.Type.TEXTS, "Commitment, by id or reference.")
            .own("budgetLine", Listing.Type.TEXTS, "Code of the budget line.")
            .own("historical", Listing.Type.BOOLEAN, "Whether it is of the past, known from a document.");

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
    @APIResponseSchema(Report.class)
    @Operation(
            operationId = "getExecution",
            summary = "Add up what was allocated, committed, paid and decommitted",
            description = "Filters repeat for OR; rows and what is not attributed add up to the total.")
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
