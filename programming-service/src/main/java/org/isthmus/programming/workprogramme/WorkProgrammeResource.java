package org.isthmus.programming.workprogramme;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.Ids;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.Actions;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.workflow.Requests;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes", description = "What a programme finances in a year, adopted as its financing decision")
class WorkProgrammeResource {

    private final WorkProgrammes programmes;
    private final WorkProgrammeParents parents;
    private final WorkProgrammeActions actions;
    private final Actions actionLists;
    private final Clock clock;

    WorkProgrammeResource(
            WorkProgrammes programmes,
            WorkProgrammeParents parents,
            WorkProgrammeActions actions,
            Actions actionLists,
            Clock clock) {
        this.programmes = programmes;
        this.parents = parents;
        this.actions = actions;
        this.actionLists = actionLists;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listWorkProgrammes", summary = "List work programmes")
    public Response list() {
        return programmes.all().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorkProgramme", summary = "Read a work programme: the text in force, or the draft")
    public Response get(@RestPath UUID id) {
        return programmes.all().read(id);
    }

    @GET
    @Path("/{id}/actions")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Tag(name = "Actions")
    @Operation(
            operationId = "listWorkProgrammeActions",
            summary = "List the actions of one work programme",
            description = "404 where no work programme of this id is known, or public yet.")
    public Response actions(@RestPath UUID id) {
        programmes.all().requireShown(id);
        return actionLists.reading().list(Actions.ofWorkProgramme(id));
    }

    @GET
    @Path("/{id}/versions")
    @Operation(operationId = "listWorkProgrammeVersions", summary = "List every version of a work programme")
    public Response versions(@RestPath UUID id) {
        return programmes.all().versions(id);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Operation(operationId = "getWorkProgrammeVersion", summary = "Read a version of a work programme as it was")
    public Response version(@RestPath UUID id, @RestPath Integer version) {
        return programmes.all().version(id, version);
    }

    @POST
    @Write
    @Operation(operationId = "createWorkProgramme", summary = "Draft a work programme")
    public RestResponse<WorkProgrammeView> create(@NotNull WorkProgrammeContent content) {
        Known indicative = parents.of(content);
        UUID id = Ids.next();
        if (programmes.all().known(List.of(content.reference())).isEmpty()) {
            refuseTwin(id, indicative, content);
        }
        WorkProgramme programme =
                new WorkProgramme(id, content, indicative, actions.of(id, content.actions(), List.of()));
        RestResponse<WorkProgrammeView> created = programmes.all().create(programme);
        actions.show(programme, List.of());
        return created;
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceWorkProgramme", summary = "Change the draft of a work programme")
    public RestResponse<WorkProgrammeView> replace(@RestPath UUID id, @NotNull WorkProgrammeContent content) {
        return shown(id, () -> programmes.all().edit(id, programme -> revise(programme, content)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(
            operationId = "patchWorkProgramme",
            summary = "Change some of what is said of the draft of a work programme")
    public RestResponse<WorkProgrammeView> patch(@RestPath UUID id, @NotNull String patch) {
        return shown(id, () -> programmes.all().patch(id, patch, WorkProgramme::content, this::revise));
    }

    @POST
    @Path("/{id}/submit")
    @Write
    @Operation(
            operationId = "submitWorkProgramme",
            summary = "Send the draft one step on: to consultation, then to the committee")
    public RestResponse<WorkProgrammeView> submit(@RestPath UUID id) {
        return shown(id, () -> programmes.all().step(id, WorkProgramme::submit));
    }

    @POST
    @Path("/{id}/opinion")
    @Write
    @Operation(
            operationId = "recordOpinionOnWorkProgramme",
            summary = "Record the committee's opinion on the draft, or on the amendment that waits for it")
    public RestResponse<WorkProgrammeView> hear(@RestPath UUID id, @NotNull Requests.Heard heard) {
        return shown(
                id,
                () -> programmes
                        .all()
                        .step(id, programme -> programme.hear(heard.opinion(), heard.date(), LocalDate.now(clock))));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @Operation(operationId = "closeWorkProgramme", summary = "Close an adopted work programme")
    public RestResponse<WorkProgrammeView> close(@RestPath UUID id) {
        return shown(id, () -> programmes.all().step(id, WorkProgramme::close));
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @Operation(
            operationId = "withdrawWorkProgramme",
            summary = "Give up the draft, or only the amendment that waits for the committee, with the reason")
    public RestResponse<WorkProgrammeView> withdraw(@RestPath UUID id, @NotNull Requests.Withdrawn withdrawn) {
        return shown(
                id,
                () -> programmes
                        .all()
                        .step(
                                id,
                                programme -> programme.withdraw(
                                        withdrawn.reason(),
                                        withdrawn.day(LocalDate.now(clock)),
                                        LocalDate.now(clock))));
    }

    private void revise(WorkProgramme programme, WorkProgrammeContent content) {
        Known indicative = parents.of(content);
        refuseTwin(programme.id(), indicative, content);
        programme.revise(content, indicative, actions.of(programme.id(), content.actions(), programme.actions()));
    }

    /** Its actions are shown as the change left them. */
    private RestResponse<WorkProgrammeView> shown(UUID id, Supplier<RestResponse<WorkProgrammeView>> change) {
        WorkProgramme programme = programmes.all().get(id);
        List<Action> before = programme.actions();
        RestResponse<WorkProgrammeView> answer = change.get();
        actions.show(programme, before);
        return answer;
    }

    private void refuseTwin(UUID id, Known indicative, WorkProgrammeContent content) {
        programmes.findTwin(id, indicative.id(), content.year(), content.part()).ifPresent(twin -> {
            throw Refusal.conflict(
                    "year-taken",
                    "%s already stands for this part of %d under %s"
                            .formatted(twin.heading().reference(), content.year(), indicative.reference()));
        });
    }
}
