package org.isthmus.programming.programme;

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
import org.isthmus.kit.documents.Scope;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/strands")
@RunOnVirtualThread
@Tag(name = "Programmes")
class StrandResource {

    private final Documents documents;
    private final Lists lists;

    StrandResource(Documents documents, Lists lists) {
        this.documents = documents;
        this.lists = lists;
    }

    /** One page of the list. */
    @Schema(name = "StrandPage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<ProgrammeView.StrandView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listStrands", summary = "List the strands of all programmes")
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
            name = "programme",
            in = ParameterIn.QUERY,
            description = "Code of the programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "code",
            in = ParameterIn.QUERY,
            description = "Its code. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "One or several of reference, programme, number, code, title, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "One or several of programme, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list() {
        return lists.answer(ProgrammePages.STRAND_LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getStrand", summary = "Read a strand")
    @APIResponseSchema(ProgrammeView.StrandView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id) {
        return documents.answer(ProgrammePages.STRANDS, id, Scope.all());
    }
}
