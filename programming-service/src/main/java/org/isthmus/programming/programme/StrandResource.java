package org.isthmus.programming.programme;

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
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/strands")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes")
class StrandResource {

    private final Documents documents;
    private final Lists lists;

    StrandResource(Documents documents, Lists lists) {
        this.documents = documents;
        this.lists = lists;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listStrands", summary = "List the strands of all programmes")
    public Response list() {
        return lists.answer(ProgrammePages.STRAND_LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStrand", summary = "Read a strand")
    @APIResponseSchema(ProgrammeView.StrandView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(ProgrammePages.STRANDS, id, Scope.all());
    }
}
