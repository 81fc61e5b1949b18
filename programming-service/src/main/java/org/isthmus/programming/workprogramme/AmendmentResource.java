package org.isthmus.programming.workprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes")
class AmendmentResource {

    private final WorkProgrammes programmes;

    AmendmentResource(WorkProgrammes programmes) {
        this.programmes = programmes;
    }

    @GET
    @Path("/{id}/amendment")
    @Operation(operationId = "getWorkProgrammeAmendment", summary = "Read the amendment that waits for the committee")
    public RestResponse<AmendmentView> amendment(@RestPath UUID id) {
        WorkProgramme programme = programmes.findByIdOptional(id).orElseThrow(AmendmentResource::none);
        Amendment pending = programme.pending();
        if (pending == null) {
            throw none();
        }
        return Answers.ok(AmendmentView.of(programme, pending), programme.version());
    }

    private static Refusal none() {
        return Refusal.notFound("amendment-unknown", "No amendment waits for the committee here");
    }
}
