package org.isthmus.programming.programme;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes", description = "Programmes, their strands and their place in the chain")
class ProgrammeResource {

    private final Programmes programmes;
    private final ProgrammePages pages;
    private final Chain chain;
    private final Documents documents;
    private final Lists lists;
    private final MergePatch patches;

    ProgrammeResource(
            Programmes programmes,
            ProgrammePages pages,
            Chain chain,
            Documents documents,
            Lists lists,
            MergePatch patches) {
        this.programmes = programmes;
        this.pages = pages;
        this.chain = chain;
        this.documents = documents;
        this.lists = lists;
        this.patches = patches;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listProgrammes", summary = "List programmes")
    public Response list() {
        return lists.answer(ProgrammePages.LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProgramme", summary = "Read a programme")
    @APIResponseSchema(ProgrammeView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(ProgrammePages.PROGRAMMES, id, Scope.all());
    }

    @POST
    @Write
    @Operation(operationId = "createProgramme", summary = "Enter a programme")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "201")
    public RestResponse<ProgrammeView> create(@Valid @NotNull ProgrammeDraft draft) {
        programmes.hold();
        if (programmes.findByCode(draft.code()).isPresent()) {
            throw Refusal.conflict("programme-exists", "There is a programme %s already".formatted(draft.code()));
        }
        Programme programme = new Programme(draft);
        programmes.persist(programme);
        ProgrammeView view = kept(programme, draft, Set.of());
        return Answers.created("/v1/programmes/" + programme.id(), view, programme.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceProgramme", summary = "Change what is said of a programme")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "200")
    public RestResponse<ProgrammeView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ProgrammeDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchProgramme", summary = "Change some of what is said of a programme")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "200")
    public RestResponse<ProgrammeView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(programmes.get(id).content(), patch));
    }

    private RestResponse<ProgrammeView> changed(UUID id, @Nullable String ifMatch, ProgrammeDraft draft) {
        programmes.hold();
        Programme programme = programmes.get(id);
        IfMatch.require(ifMatch, programme.version());
        Set<UUID> before =
                programme.strands().stream().map(Programme.KnownStrand::id).collect(Collectors.toSet());
        programme.revise(draft);
        ProgrammeView view = kept(programme, draft, before);
        return Answers.ok(view, programme.version());
    }

    private ProgrammeView kept(Programme programme, ProgrammeDraft draft, Set<UUID> strandsBefore) {
        for (Programme neighbour : chain.tie(programme, draft.predecessorCode())) {
            pages.keep(neighbour, Set.of());
        }
        return pages.keep(programme, strandsBefore);
    }
}
