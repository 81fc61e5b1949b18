package org.isthmus.programming.indicativeprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.programming.workflow.Requests;
import org.isthmus.programming.workflow.Workflow;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/indicative-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicative programmes", description = "The envelope of a period and its priorities")
class IndicativeProgrammeResource {

    private final Aggregates<IndicativeProgramme, IndicativeProgrammeView> programmes;
    private final IndicativeProgrammeParents parents;
    private final Clock clock;

    IndicativeProgrammeResource(IndicativeProgrammes programmes, IndicativeProgrammeParents parents, Clock clock) {
        this.programmes = programmes.all();
        this.parents = parents;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listIndicativeProgrammes", summary = "List indicative programmes")
    public Response list() {
        return programmes.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getIndicativeProgramme", summary = "Read an indicative programme")
    public Response get(@RestPath UUID id) {
        return programmes.read(id);
    }

    @POST
    @Write
    @Operation(
            operationId = "createIndicativeProgramme",
            summary = "Draft an indicative programme, or enter a historical one")
    public RestResponse<IndicativeProgrammeView> create(@NotNull IndicativeProgrammeContent content) {
        return programmes.create(new IndicativeProgramme(content, parents.of(content)));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceIndicativeProgramme", summary = "Change the draft of an indicative programme")
    public RestResponse<IndicativeProgrammeView> replace(
            @RestPath UUID id, @NotNull IndicativeProgrammeContent content) {
        return programmes.edit(id, programme -> programme.revise(content, parents.of(content)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(
            operationId = "patchIndicativeProgramme",
            summary = "Change some of what is said of the draft of an indicative programme")
    public RestResponse<IndicativeProgrammeView> patch(@RestPath UUID id, @NotNull String patch) {
        return programmes.patch(
                id,
                patch,
                IndicativeProgramme::content,
                (programme, content) -> programme.revise(content, parents.of(content)));
    }

    @POST
    @Path("/{id}/submit")
    @Write
    @Operation(
            operationId = "submitIndicativeProgramme",
            summary = "Send the draft one step on: to consultation, then to the committee")
    public RestResponse<IndicativeProgrammeView> submit(@RestPath UUID id) {
        return programmes.step(id, programme -> programme.move(Workflow::submit));
    }

    @POST
    @Path("/{id}/opinion")
    @Write
    @Operation(operationId = "recordOpinionOnIndicativeProgramme", summary = "Record the committee's opinion")
    public RestResponse<IndicativeProgrammeView> hear(@RestPath UUID id, @NotNull Requests.Heard heard) {
        return programmes.step(id, programme -> programme.move(heard.on(today())));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @Operation(operationId = "adoptIndicativeProgramme", summary = "Adopt the indicative programme")
    public RestResponse<IndicativeProgrammeView> adopt(@RestPath UUID id, @NotNull Requests.Decided decided) {
        return programmes.step(
                id,
                programme -> programme.adopt(
                        decided.decision(),
                        decided.date(),
                        today(),
                        parents.of(programme).paper()));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @Operation(
            operationId = "closeIndicativeProgramme",
            summary = "Close the indicative programme once its period is over")
    public RestResponse<IndicativeProgrammeView> close(@RestPath UUID id) {
        return programmes.step(id, programme -> programme.move(Workflow::close));
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @Operation(operationId = "withdrawIndicativeProgramme", summary = "Give up a draft, with the reason")
    public RestResponse<IndicativeProgrammeView> withdraw(@RestPath UUID id, @NotNull Requests.Withdrawn withdrawn) {
        return programmes.step(id, programme -> programme.move(withdrawn.on(today())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
