package org.isthmus.programming.action;

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

@Path("/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Actions", description = "Priority actions of work programmes")
class ActionResource {

    private final Actions actions;

    ActionResource(Actions actions) {
        this.actions = actions;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listActions", summary = "List the actions of all work programmes")
    public Response list() {
        return actions.reading().list(Actions::within);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAction", summary = "Read an action")
    public Response get(@RestPath UUID id) {
        return actions.reading().read(id);
    }
}
