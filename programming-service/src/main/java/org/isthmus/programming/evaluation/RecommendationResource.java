package org.isthmus.programming.evaluation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.programming.evaluation.EvaluationView.RecommendationView;
import org.isthmus.programming.recommendation.RecommendationRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
class RecommendationResource {

    private final Aggregates<Evaluation, EvaluationView> evaluations;
    private final Recommendations recommendations;
    private final RecommendationRegister register;
    private final StrategyPaperRegister papers;
    private final Clock clock;

    RecommendationResource(
            Evaluations evaluations,
            Recommendations recommendations,
            RecommendationRegister register,
            StrategyPaperRegister papers,
            Clock clock) {
        this.evaluations = evaluations.all();
        this.recommendations = recommendations;
        this.register = register;
        this.papers = papers;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRecommendations", summary = "List the recommendations of all evaluations")
    public Response list() {
        return recommendations.reading().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRecommendation", summary = "Read a recommendation and what was answered")
    public Response get(@RestPath UUID id) {
        return recommendations.reading().read(id);
    }

    @POST
    @Path("/{id}/respond")
    @Write
    @Operation(
            operationId = "respondToRecommendation",
            summary = "Answer a recommendation: accepted, partly or rejected, with the reason",
            description = "A later answer replaces the earlier one, which stays readable at its date.")
    public RestResponse<RecommendationView> respond(@RestPath UUID id, @NotNull Recommendation.Response response) {
        UUID evaluationId = register.evaluationOf(id).orElseThrow(() -> Evaluations.unknown(id));
        Evaluation evaluation = evaluations.get(evaluationId);
        evaluations.step(evaluationId, answered -> {
            refuseUnknown(response);
            answered.answer(id, response, LocalDate.now(clock));
        });
        recommendations.show(evaluation, List.of());
        return Answers.ok(EvaluationView.of(evaluation.recommendation(id), evaluation), evaluation.version());
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<Recommendation.Response> meaning() {
        return new BodyCheck<>(Recommendation.Response.class, this::refuseUnknown);
    }

    private void refuseUnknown(Recommendation.Response response) {
        Faults faults = new Faults();
        faults.each(
                "/changedPriorities",
                response.changedPriorities(),
                (at, changed) -> faults.require(
                        papers.find(changed.strategyPaper())
                                .filter(paper -> paper.status().isPublic())
                                .filter(paper -> paper.priorities().contains(changed.priority()))
                                .isPresent(),
                        at,
                        "priority-unknown",
                        "There is no adopted strategy paper '%s' with a priority '%s'."
                                .formatted(changed.strategyPaper(), changed.priority())));
        faults.refuseIfAny(Refusal.Kind.INVALID, "response-invalid", "The answer names what is not known");
    }
}
