package org.isthmus.programming.workprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.Ids;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes", description = "What a programme finances in a year, adopted as its financing decision")
class WorkProgrammeResource {

    private final WorkProgrammes programmes;
    private final Above above;
    private final DraftActions actions;
    private final WorkProgrammePages pages;
    private final Documents documents;
    private final Lists lists;
    private final Readers readers;
    private final MergePatch patches;

    WorkProgrammeResource(
            WorkProgrammes programmes,
            Above above,
            DraftActions actions,
            WorkProgrammePages pages,
            Documents documents,
            Lists lists,
            Readers readers,
            MergePatch patches) {
        this.programmes = programmes;
        this.above = above;
        this.actions = actions;
        this.pages = pages;
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
        this.patches = patches;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listWorkProgrammes", summary = "List work programmes")
    public Response list() {
        return lists.answer(WorkProgrammePages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWorkProgramme", summary = "Read a work programme: the text in force, or the draft")
    @APIResponseSchema(WorkProgrammeView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(WorkProgrammePages.TABLE, id, readers.documents());
    }

    @POST
    @Write
    @Operation(operationId = "createWorkProgramme", summary = "Draft a work programme")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "201")
    public RestResponse<WorkProgrammeView> create(@Valid @NotNull WorkProgrammeDraft draft) {
        Known indicative = above.of(draft);
        if (programmes.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "work-programme-exists", "There is a work programme %s already".formatted(draft.reference()));
        }
        UUID id = Ids.next();
        refuseTwin(id, indicative, draft);
        WorkProgramme programme = new WorkProgramme(id, draft, indicative, actions.of(id, draft.actions(), List.of()));
        programmes.persist(programme);
        WorkProgrammeView view = pages.keep(programme, List.of());
        return Answers.created("/v1/work-programmes/" + id, view, programme.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceWorkProgramme", summary = "Change the draft of a work programme")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WorkProgrammeDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(
            operationId = "patchWorkProgramme",
            summary = "Change some of what is said of the draft of a work programme")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(programmes.get(id).content(), patch));
    }

    private RestResponse<WorkProgrammeView> changed(UUID id, @Nullable String ifMatch, WorkProgrammeDraft draft) {
        WorkProgramme programme = programmes.get(id);
        IfMatch.require(ifMatch, programme.version());
        Known indicative = above.of(draft);
        refuseTwin(id, indicative, draft);
        List<Action> before = programme.actions();
        programme.edit(draft, indicative, actions.of(id, draft.actions(), before));
        WorkProgrammeView view = pages.keep(programme, before);
        return Answers.ok(view, programme.version());
    }

    private void refuseTwin(UUID id, Known indicative, WorkProgrammeDraft draft) {
        programmes.findTwin(id, indicative.id(), draft.year(), draft.part()).ifPresent(twin -> {
            throw Refusal.conflict(
                    "year-taken",
                    "%s already stands for this part of %d under %s"
                            .formatted(twin.heading().reference(), draft.year(), indicative.reference()));
        });
    }
}
