package org.isthmus.programming.strategypaper;

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

@Path("/v1/strategy-papers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Strategy papers", description = "What a programme is for in a period")
class StrategyPaperResource {

    private final Aggregates<StrategyPaper, StrategyPaperView> papers;
    private final StrategyPaperParents parents;
    private final Clock clock;

    StrategyPaperResource(StrategyPapers papers, StrategyPaperParents parents, Clock clock) {
        this.papers = papers.all();
        this.parents = parents;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listStrategyPapers", summary = "List strategy papers")
    public Response list() {
        return papers.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStrategyPaper", summary = "Read a strategy paper")
    public Response get(@RestPath UUID id) {
        return papers.read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createStrategyPaper", summary = "Draft a strategy paper, or enter a historical one")
    public RestResponse<StrategyPaperView> create(@NotNull StrategyPaperContent content) {
        return papers.create(new StrategyPaper(content, parents.of(content)));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceStrategyPaper", summary = "Change the draft of a strategy paper")
    public RestResponse<StrategyPaperView> replace(@RestPath UUID id, @NotNull StrategyPaperContent content) {
        return papers.edit(id, paper -> paper.revise(content, parents.of(content)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchStrategyPaper", summary = "Change some of the draft of a strategy paper")
    public RestResponse<StrategyPaperView> patch(@RestPath UUID id, @NotNull String patch) {
        return papers.patch(
                id, patch, StrategyPaper::content, (paper, content) -> paper.revise(content, parents.of(content)));
    }

    @POST
    @Path("/{id}/submit")
    @Write
    @Operation(operationId = "submitStrategyPaper", summary = "Send the draft on to consultation or to the committee")
    public RestResponse<StrategyPaperView> submit(@RestPath UUID id) {
        return papers.step(id, paper -> paper.move(Workflow::submit));
    }

    @POST
    @Path("/{id}/opinion")
    @Write
    @Operation(operationId = "recordOpinionOnStrategyPaper", summary = "Record the committee's opinion")
    public RestResponse<StrategyPaperView> hear(@RestPath UUID id, @NotNull Requests.Heard heard) {
        return papers.step(id, paper -> paper.move(heard.on(today())));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @Operation(operationId = "adoptStrategyPaper", summary = "Adopt the strategy paper")
    public RestResponse<StrategyPaperView> adopt(@RestPath UUID id, @NotNull Requests.Decided decided) {
        return papers.step(id, paper -> paper.adopt(decided.decision(), decided.date(), today(), parents.of(paper)));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @Operation(operationId = "closeStrategyPaper", summary = "Close the strategy paper once its period is over")
    public RestResponse<StrategyPaperView> close(@RestPath UUID id) {
        return papers.step(id, paper -> paper.move(Workflow::close));
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @Operation(operationId = "withdrawStrategyPaper", summary = "Give up a draft, with the reason")
    public RestResponse<StrategyPaperView> withdraw(@RestPath UUID id, @NotNull Requests.Withdrawn withdrawn) {
        return papers.step(id, paper -> paper.move(withdrawn.on(today())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
