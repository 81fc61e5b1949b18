package org.isthmus.programming.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.AsOf;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Facet;
import org.isthmus.kit.documents.Lists;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/actions")
@RunOnVirtualThread
@Tag(name = "Actions", description = "Priority actions of work programmes")
class ActionResource {

    private final Documents documents;
    private final Lists lists;
    private final Readers readers;

    ActionResource(Documents documents, Lists lists, Readers readers) {
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
    }

    /** One page of the list. */
    @Schema(name = "ActionPage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<ActionView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listActions", summary = "List the actions of all work programmes")
    @APIResponse(
            responseCode = "200",
            description = "One page, or with text/csv or application/x-ndjson all rows that the filter matches.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)),
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
    public Response list() {
        return lists.answer(ActionPages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getAction", summary = "Read an action")
    @APIResponseSchema(ActionView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id) {
        return documents.answer(ActionPages.TABLE, id, readers.documents());
    }
}
