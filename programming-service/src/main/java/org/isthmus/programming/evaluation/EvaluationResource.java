package org.isthmus.programming.evaluation;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations", description = "External evaluations and the answers to their recommendations")
class EvaluationResource {

    private final Aggregates<Evaluation, EvaluationView> evaluations;
    private final Recommendations recommendations;
    private final ProgrammeRegister programmes;
    private final StrategyPaperRegister papers;

    EvaluationResource(
            Evaluations evaluations,
            Recommendations recommendations,
            ProgrammeRegister programmes,
            StrategyPaperRegister papers) {
        this.evaluations = evaluations.all();
        this.recommendations = recommendations;
        this.programmes = programmes;
        this.papers = papers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listEvaluations", summary = "List evaluations")
    public Response list() {
        return evaluations.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEvaluation", summary = "Read an evaluation")
    public Response get(@RestPath UUID id) {
        return evaluations.read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createEvaluation", summary = "Enter an evaluation with its recommendations")
    public RestResponse<EvaluationView> create(@NotNull EvaluationContent content) {
        Evaluation evaluation = new Evaluation(content, programme(content).id());
        RestResponse<EvaluationView> created = evaluations.create(evaluation);
        recommendations.show(evaluation, List.of());
        return created;
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(
            operationId = "replaceEvaluation",
            summary = "Correct an evaluation",
            description = "A recommendation that is answered is neither removed nor reworded.")
    public RestResponse<EvaluationView> replace(@RestPath UUID id, @NotNull EvaluationContent content) {
        return shown(id, () -> evaluations.edit(id, evaluation -> correct(evaluation, content)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchEvaluation", summary = "Change some of what is said of an evaluation")
    public RestResponse<EvaluationView> patch(@RestPath UUID id, @NotNull String patch) {
        return shown(id, () -> evaluations.patch(id, patch, Evaluation::content, this::correct));
    }

    private void correct(Evaluation evaluation, EvaluationContent content) {
        evaluation.correct(content, programme(content).id());
    }

    /** Its recommendations are shown as the change left them. */
    private RestResponse<EvaluationView> shown(UUID id, Supplier<RestResponse<EvaluationView>> change) {
        Evaluation evaluation = evaluations.get(id);
        List<Recommendation> before = evaluation.recommendations();
        RestResponse<EvaluationView> answer = change.get();
        recommendations.show(evaluation, before);
        return answer;
    }

    private ProgrammeRegister.Known programme(EvaluationContent content) {
        Optional<ProgrammeRegister.Known> programme = programmes.find(content.programmeCode());
        String feeds = content.feeds();
        new Faults()
                .require(
                        programme.isPresent(),
                        "/programmeCode",
                        "programme-unknown",
                        "There is no programme '%s'.".formatted(content.programmeCode()))
                .require(
                        feeds == null || papers.find(feeds).isPresent(),
                        "/feeds",
                        "strategy-paper-unknown",
                        "There is no strategy paper '%s'.".formatted(feeds))
                .refuseIfAny(Refusal.Kind.INVALID, "evaluation-invalid", "The evaluation names what is not known");
        return programme.orElseThrow();
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<EvaluationContent> meaning() {
        return new BodyCheck<>(EvaluationContent.class, this::programme);
    }
}
