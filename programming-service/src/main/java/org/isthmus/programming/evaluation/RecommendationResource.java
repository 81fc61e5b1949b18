package org.isthmus.programming.evaluation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.evaluation.EvaluationView.RecommendationView;
import org.isthmus.programming.evaluation.Recommendation.ChangedPriority;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
class RecommendationResource {

    private final Evaluations evaluations;
    private final EvaluationPages pages;
    private final StrategyPaperRegister papers;
    private final Documents documents;
    private final Lists lists;
    private final Clock clock;

    RecommendationResource(
            Evaluations evaluations,
            EvaluationPages pages,
            StrategyPaperRegister papers,
            Documents documents,
            Lists lists,
            Clock clock) {
        this.evaluations = evaluations;
        this.pages = pages;
        this.papers = papers;
        this.documents = documents;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRecommendations", summary = "List the recommendations of all evaluations")
    public Response list() {
        return lists.answer(EvaluationPages.RECOMMENDATION_LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRecommendation", summary = "Read a recommendation and what was answered")
    @APIResponseSchema(RecommendationView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(EvaluationPages.RECOMMENDATIONS, id, Scope.all());
    }

    @POST
    @Path("/{id}/respond")
    @Write
    @Operation(
            operationId = "respondToRecommendation",
            summary = "Answer a recommendation: accepted, partly or rejected, with the reason",
            description = "A later answer replaces the earlier one, which stays readable at its date.")
    @APIResponseSchema(value = RecommendationView.class, responseCode = "200")
    public RestResponse<RecommendationView> respond(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Recommendation.Response response) {
        Evaluation evaluation = evaluations.ofRecommendation(id);
        IfMatch.check(ifMatch, evaluation.version());
        refuseUnknown(response);
        evaluation.answer(id, response, LocalDate.now(clock));
        pages.keep(evaluation, () -> evaluation.answered(id));
        return Answers.ok(EvaluationView.of(evaluation.recommendation(id), evaluation), evaluation.version());
    }

    private void refuseUnknown(Recommendation.Response response) {
        Faults faults = new Faults();
        List<ChangedPriority> changed = response.changedPriorities();
        for (int i = 0; i < changed.size(); i++) {
            ChangedPriority priority = changed.get(i);
            faults.require(
                    papers.find(priority.strategyPaper())
                            .filter(paper -> paper.status().isPublic())
                            .filter(paper -> paper.priorities().contains(priority.priority()))
                            .isPresent(),
                    "/changedPriorities/" + i,
                    "priority-unknown",
                    "There is no adopted strategy paper '%s' with a priority '%s'."
                            .formatted(priority.strategyPaper(), priority.priority()));
        }
        faults.refuseIfAny(Refusal.Kind.INVALID, "response-invalid", "The answer names what is not known");
    }
}
