package org.isthmus.programming.action;

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
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
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

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listActions", summary = "List the actions of all work programmes")
    public Response list() {
        return lists.answer(ActionPages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAction", summary = "Read an action")
    @APIResponseSchema(ActionView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(ActionPages.TABLE, id, readers.documents());
    }
}
