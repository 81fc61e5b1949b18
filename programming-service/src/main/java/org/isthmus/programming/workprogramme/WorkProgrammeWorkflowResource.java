package org.isthmus.programming.workprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.workflow.Requests;
import org.isthmus.programming.workflow.Steps;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes")
class WorkProgrammeWorkflowResource {

    private final Steps<WorkProgramme, WorkProgrammeView> steps;
    private final Outbox outbox;
    private final Clock clock;

    WorkProgrammeWorkflowResource(WorkProgrammes programmes, WorkProgrammePages pages, Outbox outbox, Clock clock) {
        this.steps = new Steps<>(
                programmes::get, WorkProgramme::version, programme -> pages.keep(programme, programme.actions()));
        this.outbox = outbox;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/submit")
    @Write
    @Operation(
            operationId = "submitWorkProgramme",
            summary = "Send the draft one step on: to consultation, then to the committee")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> submit(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return steps.move(id, ifMatch, WorkProgramme::submit);
    }

    @POST
    @Path("/{id}/opinion")
    @Write
    @Operation(
            operationId = "recordOpinionOnWorkProgramme",
            summary = "Record the committee's opinion on the draft, or on the amendment that waits for it")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> hear(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Heard heard) {
        return steps.move(
                id, ifMatch, programme -> programme.hear(heard.opinion(), heard.date(), LocalDate.now(clock)));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @Operation(operationId = "closeWorkProgramme", summary = "Close an adopted work programme")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> close(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return steps.move(id, ifMatch, WorkProgramme::close, programme -> outbox.add(programme.closed()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @Operation(
            operationId = "withdrawWorkProgramme",
            summary = "Give up the draft, or only the amendment that waits for the committee, with the reason")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Withdrawn withdrawn) {
        return steps.move(id, ifMatch, programme -> programme.withdraw(withdrawn.reason()));
    }
}
