package org.isthmus.programming.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/work-programmes")
@RunOnVirtualThread
@Tag(name = "Actions")
class WorkProgrammeActionResource {

    private final Lists lists;
    private final Readers readers;

    WorkProgrammeActionResource(Lists lists, Readers readers) {
        this.lists = lists;
        this.readers = readers;
    }

    @GET
    @Path("/{id}/actions")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listActionsOfWorkProgramme",
            summary = "List the actions of one work programme",
            description = "A work programme that is not known, or not public yet, has none.")
    @APIResponse(
            responseCode = "200",
            description = "One page, or with text/csv or application/x-ndjson all rows that the filter matches.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ActionResource.Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(
            name = "reference",
            in = ParameterIn.QUERY,
            description = "Its reference. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "workProgramme",
            in = ParameterIn.QUERY,
            description = "Reference of the work programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "programme",
            in = ParameterIn.QUERY,
            description = "Code of the programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "indicativeProgramme",
            in = ParameterIn.QUERY,
            description = "Reference of the indicative programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = "Year. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Integer.class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Status. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "mode",
            in = ParameterIn.QUERY,
            description = "How it is carried out. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "budgetLine",
            in = ParameterIn.QUERY,
            description = "Code of the budget line. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "allocation",
            in = ParameterIn.QUERY,
            description = "What the ledger answered. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "strand",
            in = ParameterIn.QUERY,
            description = "Code of a strand. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "Code of a country. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "Region as written. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "amountFrom",
            in = ParameterIn.QUERY,
            description = "At least that amount.",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "amountUntil",
            in = ParameterIn.QUERY,
            description = "At most that amount.",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "One or several of reference, title, year, amount, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description =
                    "One or several of year, status, mode, allocation, strand, country, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list(@RestPath UUID id) {
        return lists.answer(
                ActionPages.LISTING,
                readers.isOfficial()
                        ? Scope.where("work_programme_id = ?", id)
                        : Scope.where("work_programme_id = ? and published", id));
    }
}
