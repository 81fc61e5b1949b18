package org.isthmus.programming.indicativeprogramme;

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

@Path("/v1/indicative-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicative programmes")
class IndicativeProgrammeWorkflowResource {

    private final Steps<IndicativeProgramme, IndicativeProgrammeView> steps;
    private final Above above;
    private final Outbox outbox;
    private final Clock clock;

    IndicativeProgrammeWorkflowResource(
            IndicativeProgrammes programmes, Above above, IndicativeProgrammePages pages, Outbox outbox, Clock clock) {
        this.steps = new Steps<>(programmes::get, IndicativeProgramme::version, pages::keep);
        this.above = above;
        this.outbox = outbox;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/submit")
    @Write
    @Operation(
            operationId = "submitIndicativeProgramme",
            summary = "Send the draft one step on: to consultation, then to the committee")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> submit(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return steps.move(id, ifMatch, IndicativeProgramme::submit);
    }

    @POST
    @Path("/{id}/opinion")
    @Write
    @Operation(operationId = "recordOpinionOnIndicativeProgramme", summary = "Record the committee's opinion")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> hear(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Heard heard) {
        return steps.move(id, ifMatch, programme -> programme.hear(heard.opinion(), heard.date(), today()));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @Operation(operationId = "adoptIndicativeProgramme", summary = "Adopt the indicative programme")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> adopt(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Decided decided) {
        return steps.move(
                id,
                ifMatch,
                programme -> programme.adopt(
                        decided.decision(),
                        decided.date(),
                        today(),
                        above.of(programme).paper()),
                programme -> outbox.add(programme.adopted()));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @Operation(
            operationId = "closeIndicativeProgramme",
            summary = "Close the indicative programme once its period is over")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> close(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return steps.move(id, ifMatch, IndicativeProgramme::close);
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @Operation(operationId = "withdrawIndicativeProgramme", summary = "Give up a draft, with the reason")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Withdrawn withdrawn) {
        return steps.move(id, ifMatch, programme -> programme.withdraw(withdrawn.reason()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
