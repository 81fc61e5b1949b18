package org.isthmus.programming.strategypaper;

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

@Path("/v1/strategy-papers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Strategy papers")
class StrategyPaperWorkflowResource {

    private final Steps<StrategyPaper, StrategyPaperView> steps;
    private final Above above;
    private final Outbox outbox;
    private final Clock clock;

    StrategyPaperWorkflowResource(
            StrategyPapers papers, Above above, StrategyPaperPages pages, Outbox outbox, Clock clock) {
        this.steps = new Steps<>(papers::get, StrategyPaper::version, pages::keep);
        this.above = above;
        this.outbox = outbox;
        this.clock = clock;
    }

    @POST
    @Path("/{id}/submit")
    @Write
    @Operation(
            operationId = "submitStrategyPaper",
            summary = "Send the draft one step on: to consultation, then to the committee")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> submit(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return steps.move(id, ifMatch, StrategyPaper::submit);
    }

    @POST
    @Path("/{id}/opinion")
    @Write
    @Operation(operationId = "recordOpinionOnStrategyPaper", summary = "Record the committee's opinion")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> hear(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Heard heard) {
        return steps.move(id, ifMatch, paper -> paper.hear(heard.opinion(), heard.date(), today()));
    }

    @POST
    @Path("/{id}/adopt")
    @Write
    @Operation(operationId = "adoptStrategyPaper", summary = "Adopt the strategy paper")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> adopt(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Decided decided) {
        return steps.move(
                id,
                ifMatch,
                paper -> paper.adopt(decided.decision(), decided.date(), today(), above.of(paper)),
                paper -> outbox.add(paper.adopted()));
    }

    @POST
    @Path("/{id}/close")
    @Write
    @Operation(operationId = "closeStrategyPaper", summary = "Close the strategy paper once its period is over")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> close(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return steps.move(id, ifMatch, StrategyPaper::close);
    }

    @POST
    @Path("/{id}/withdraw")
    @Write
    @Operation(operationId = "withdrawStrategyPaper", summary = "Give up a draft, with the reason")
    @APIResponseSchema(value = StrategyPaperView.class, responseCode = "200")
    public RestResponse<StrategyPaperView> withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Requests.Withdrawn withdrawn) {
        return steps.move(id, ifMatch, paper -> paper.withdraw(withdrawn.reason()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
