package org.isthmus.programming.evaluation;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations", description = "External evaluations and the answers to their recommendations")
class EvaluationResource {

    private final Evaluations evaluations;
    private final EvaluationPages pages;
    private final ProgrammeRegister programmes;
    private final StrategyPaperRegister papers;
    private final Documents documents;
    private final Lists lists;
    private final MergePatch patches;

    EvaluationResource(
            Evaluations evaluations,
            EvaluationPages pages,
            ProgrammeRegister programmes,
            StrategyPaperRegister papers,
            Documents documents,
            Lists lists,
            MergePatch patches) {
        this.evaluations = evaluations;
        this.pages = pages;
        this.programmes = programmes;
        this.papers = papers;
        this.documents = documents;
        this.lists = lists;
        this.patches = patches;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listEvaluations", summary = "List evaluations")
    public Response list() {
        return lists.answer(EvaluationPages.LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEvaluation", summary = "Read an evaluation")
    @APIResponseSchema(EvaluationView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(EvaluationPages.EVALUATIONS, id, Scope.all());
    }

    @POST
    @Write
    @Operation(operationId = "createEvaluation", summary = "Enter an evaluation with its recommendations")
    @APIResponseSchema(value = EvaluationView.class, responseCode = "201")
    public RestResponse<EvaluationView> create(@Valid @NotNull EvaluationDraft draft) {
        ProgrammeRegister.Known programme = programme(draft);
        if (evaluations.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "evaluation-exists", "There is an evaluation %s already".formatted(draft.reference()));
        }
        Evaluation evaluation = new Evaluation(draft, programme.id());
        evaluations.add(evaluation);
        EvaluationView view = pages.keep(evaluation, evaluation::completed);
        return Answers.created("/v1/evaluations/" + evaluation.id(), view, evaluation.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(
            operationId = "replaceEvaluation",
            summary = "Correct an evaluation",
            description = "A recommendation that is answered is neither removed nor reworded.")
    @APIResponseSchema(value = EvaluationView.class, responseCode = "200")
    public RestResponse<EvaluationView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull EvaluationDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchEvaluation", summary = "Change some of what is said of an evaluation")
    @APIResponseSchema(value = EvaluationView.class, responseCode = "200")
    public RestResponse<EvaluationView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(evaluations.get(id).content(), patch));
    }

    private RestResponse<EvaluationView> changed(UUID id, @Nullable String ifMatch, EvaluationDraft draft) {
        Evaluation evaluation = evaluations.get(id);
        IfMatch.require(ifMatch, evaluation.version());
        List<Recommendation> before = evaluation.recommendations();
        evaluation.correct(draft, programme(draft).id());
        evaluations.register(evaluation);
        EvaluationView view = pages.keep(evaluation, evaluation::completed);
        pages.retire(before, evaluation);
        return Answers.ok(view, evaluation.version());
    }

    private ProgrammeRegister.Known programme(EvaluationDraft draft) {
        Optional<ProgrammeRegister.Known> programme = programmes.find(draft.programmeCode());
        String feeds = draft.feeds();
        new Faults()
                .require(
                        programme.isPresent(),
                        "/programmeCode",
                        "programme-unknown",
                        "There is no programme '%s'.".formatted(draft.programmeCode()))
                .require(
                        feeds == null || papers.find(feeds).isPresent(),
                        "/feeds",
                        "strategy-paper-unknown",
                        "There is no strategy paper '%s'.".formatted(feeds))
                .refuseIfAny(Refusal.Kind.INVALID, "evaluation-invalid", "The evaluation names what is not known");
        return programme.orElseThrow();
    }
}
