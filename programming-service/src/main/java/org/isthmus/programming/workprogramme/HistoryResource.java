package org.isthmus.programming.workprogramme;

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
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes")
class HistoryResource {

    private final WorkProgrammes programmes;
    private final WorkProgrammeHistory history;
    private final Readers readers;

    HistoryResource(WorkProgrammes programmes, WorkProgrammeHistory history, Readers readers) {
        this.programmes = programmes;
        this.history = history;
        this.readers = readers;
    }

    @GET
    @Path("/{id}/versions")
    @Operation(operationId = "listWorkProgrammeVersions", summary = "List every version of a work programme")
    public WorkProgrammeHistory.Versions versions(@RestPath UUID id) {
        return history.of(id, readers.isOfficial());
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Operation(operationId = "getWorkProgrammeVersion", summary = "Read a version of a work programme as it was")
    @APIResponseSchema(WorkProgrammeView.class)
    public Response version(@RestPath UUID id, @RestPath Integer version) {
        return Response.ok(history.text(id, version, readers.isOfficial()), MediaType.APPLICATION_JSON_TYPE)
                .tag("v" + version)
                .build();
    }

    @GET
    @Path("/{id}/amendment")
    @Operation(operationId = "getWorkProgrammeAmendment", summary = "Read the amendment that waits for the committee")
    public RestResponse<AmendmentView> amendment(@RestPath UUID id) {
        WorkProgramme programme = programmes.findByIdOptional(id).orElseThrow(HistoryResource::none);
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
