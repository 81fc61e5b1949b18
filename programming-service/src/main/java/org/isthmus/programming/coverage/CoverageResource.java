package org.isthmus.programming.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Coverage", description = "Planned against allocated, committed and paid, per action")
class CoverageResource {

    private static final Listing FOR_OFFICIALS = CoveragePages.LISTING.in(CoveragePages.OFFICIAL);

    private final Documents documents;
    private final Lists lists;
    private final Readers readers;

    CoverageResource(Documents documents, Lists lists, Readers readers) {
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCoverage", summary = "List how each adopted action is covered")
    public Response list() {
        return lists.answer(readers.isOfficial() ? FOR_OFFICIALS : CoveragePages.LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCoverage", summary = "Read how one action is covered")
    @APIResponseSchema(CoverageView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(readers.isOfficial() ? CoveragePages.OFFICIAL : CoveragePages.PUBLIC, id, Scope.all());
    }
}
