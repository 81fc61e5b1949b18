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
import org.isthmus.kit.query.Query;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Actions")
class WorkProgrammeActionResource {

    private final Actions actions;

    WorkProgrammeActionResource(Actions actions) {
        this.actions = actions;
    }

    @GET
    @Path("/{id}/actions")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listWorkProgrammeActions",
            summary = "List the actions of one work programme",
            description = "A work programme that is not known, or not public yet, has none.")
    public Response list(@RestPath UUID id) {
        return actions.reading()
                .list((asked, past) ->
                        Query.of(" and work_programme_id = ?", id).add(Actions.within(asked, past)));
    }
}
