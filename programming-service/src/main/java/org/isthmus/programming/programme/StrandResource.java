package org.isthmus.programming.programme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/strands")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes")
class StrandResource {

    private final Strands strands;

    StrandResource(Strands strands) {
        this.strands = strands;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listStrands", summary = "List the strands of all programmes")
    public Response list() {
        return strands.reading().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStrand", summary = "Read a strand")
    public Response get(@RestPath UUID id) {
        return strands.reading().read(id);
    }
}
