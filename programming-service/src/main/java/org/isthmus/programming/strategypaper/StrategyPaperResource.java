package org.isthmus.programming.strategypaper;

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

@Path("/v1/strategy-papers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Strategy papers", description = "What a programme is for in a period")
class StrategyPaperResource {

    private final StrategyPapers papers;
    private final Above above;
    private final StrategyPaperPages pages;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;
    private final Readers readers;
    private final MergePatch patches;

    StrategyPaperResource(
            StrategyPapers papers,
            Above above,
            StrategyPaperPages pages,
            Documents documents,
            Lists lists,
            Outbox outbox,
            Readers readers,
            MergePatch patches) {
        this.papers = papers;
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
    @Operation(operationId = "listStrategyPapers", summary = "List strategy papers")
    public Response list() {
        return lists.answer(StrategyPaperPages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStrategyPaper", summary = "Read a strategy paper")
    @APIResponseSchema(StrategyPaperView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(StrategyPaperPages.TABLE, id, readers.documents());
    }

    @POST
    @Write
    @Operation(operationId = "createStrategyPaper", summary = "Draft a strategy paper, or enter a historical one")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "201")
    public RestResponse<StrategyPaperView> create(@Valid @NotNull StrategyPaperDraft draft) {
        if (papers.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "strategy-paper-exists", "There is a strategy paper %s already".formatted(draft.reference()));
        }
        StrategyPaper paper = new StrategyPaper(draft, above.of(draft));
        papers.persist(paper);
        StrategyPaperView view = pages.keep(paper);
        if (paper.workflow().status().isPublic()) {
            outbox.add(paper.adopted());
        }
        return Answers.created("/v1/strategy-papers/" + paper.id(), view, paper.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceStrategyPaper", summary = "Change the draft of a strategy paper")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull StrategyPaperDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(
            operationId = "patchStrategyPaper",
            summary = "Change some of what is said of the draft of a strategy paper")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(papers.get(id).content(), patch));
    }

    private RestResponse<StrategyPaperView> changed(UUID id, @Nullable String ifMatch, StrategyPaperDraft draft) {
        StrategyPaper paper = papers.get(id);
        IfMatch.require(ifMatch, paper.version());
        paper.edit(draft, above.of(draft));
        StrategyPaperView view = pages.keep(paper);
        return Answers.ok(view, paper.version());
    }
}
