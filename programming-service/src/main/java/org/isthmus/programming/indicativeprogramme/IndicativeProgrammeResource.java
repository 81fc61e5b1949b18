package org.isthmus.programming.indicativeprogramme;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/indicative-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Indicative programmes", description = "The envelope of a period and its priorities")
class IndicativeProgrammeResource {

    private final IndicativeProgrammes programmes;
    private final Above above;
    private final IndicativeProgrammePages pages;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;
    private final Readers readers;
    private final MergePatch patches;

    IndicativeProgrammeResource(
            IndicativeProgrammes programmes,
            Above above,
            IndicativeProgrammePages pages,
            Documents documents,
            Lists lists,
            Outbox outbox,
            Readers readers,
            MergePatch patches) {
        this.programmes = programmes;
        this.above = above;
        this.pages = pages;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
        this.readers = readers;
        this.patches = patches;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listIndicativeProgrammes", summary = "List indicative programmes")
    public Response list() {
        return lists.answer(IndicativeProgrammePages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getIndicativeProgramme", summary = "Read an indicative programme")
    @APIResponseSchema(IndicativeProgrammeView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(IndicativeProgrammePages.TABLE, id, readers.documents());
    }

    @POST
    @Write
    @Operation(
            operationId = "createIndicativeProgramme",
            summary = "Draft an indicative programme, or enter a historical one")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "201")
    public RestResponse<IndicativeProgrammeView> create(@Valid @NotNull IndicativeProgrammeDraft draft) {
        if (programmes.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "indicative-programme-exists",
                    "There is an indicative programme %s already".formatted(draft.reference()));
        }
        IndicativeProgramme programme = new IndicativeProgramme(draft, above.of(draft));
        programmes.persist(programme);
        IndicativeProgrammeView view = pages.keep(programme);
        if (programme.workflow().status().isPublic()) {
            outbox.add(programme.adopted());
        }
        return Answers.created("/v1/indicative-programmes/" + programme.id(), view, programme.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceIndicativeProgramme", summary = "Change the draft of an indicative programme")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull IndicativeProgrammeDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(
            operationId = "patchIndicativeProgramme",
            summary = "Change some of what is said of the draft of an indicative programme")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(programmes.get(id).content(), patch));
    }

    private RestResponse<IndicativeProgrammeView> changed(
            UUID id, @Nullable String ifMatch, IndicativeProgrammeDraft draft) {
        IndicativeProgramme programme = programmes.get(id);
        IfMatch.require(ifMatch, programme.version());
        programme.edit(draft, above.of(draft));
        IndicativeProgrammeView view = pages.keep(programme);
        return Answers.ok(view, programme.version());
    }
}
