package org.isthmus.programming.coverage;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.AsOf;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Facet;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/coverage")
@RunOnVirtualThread
@Tag(name = "Coverage", description = "Planned against allocated, committed and paid, per action")
class CoverageResource {

    private static final Listing FOR_OFFICIALS = CoveragePages.listing(CoveragePages.OFFICIAL);
    private static final Listing FOR_ALL = CoveragePages.listing(CoveragePages.PUBLIC);

    private final Documents documents;
    private final Lists lists;
    private final Readers readers;

    CoverageResource(Documents documents, Lists lists, Readers readers) {
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
    }

    /** One page of the list. */
    @Schema(name = "CoveragePage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<CoverageView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCoverage", summary = "List how each adopted action is covered")
    @APIResponse(
            responseCode = "200",
            description = "One page, or with text/csv or application/x-ndjson all rows that the filter matches.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    public Response list() {
        return lists.answer(readers.isOfficial() ? FOR_OFFICIALS : FOR_ALL, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCoverage", summary = "Read how one action is covered")
    @APIResponseSchema(CoverageView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(readers.isOfficial() ? CoveragePages.OFFICIAL : CoveragePages.PUBLIC, id, Scope.all());
    }
}
