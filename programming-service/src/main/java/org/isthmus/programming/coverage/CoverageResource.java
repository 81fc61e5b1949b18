package org.isthmus.programming.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Audience;
import org.isthmus.programming.action.Actions;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Coverage", description = "Planned against allocated, committed and paid, per action")
class CoverageResource {

    private final CoverageViews views;
    private final Audience audience;

    CoverageResource(CoverageViews views, Audience audience) {
        this.views = views;
        this.audience = audience;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listCoverage",
            summary = "List how each adopted action is covered",
            description = "One row shows plan, money and drift as they stood together, so asOf means what was recorded"
                    + " then; totals count by effective day.")
    public Response list() {
        return views.seen(audience.isOfficial()).list(Actions::within);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCoverage", summary = "Read how one action is covered")
    public Response get(@RestPath UUID id) {
        return views.seen(audience.isOfficial()).read(id);
    }
}
