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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.AsOf;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Facet;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.events.Outbox;
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
@RunOnVirtualThread
@Tag(name = "Evaluations")
class RecommendationResource {

    private final Evaluations evaluations;
    private final EvaluationPages pages;
    private final StrategyPaperRegister papers;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;
    private final Clock clock;

    RecommendationResource(
            Evaluations evaluations,
            EvaluationPages pages,
            StrategyPaperRegister papers,
            Documents documents,
            Lists lists,
            Outbox outbox,
            Clock clock) {
        this.evaluations = evaluations;
        this.pages = pages;
        this.papers = papers;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One page of the list. */
    @Schema(name = "RecommendationPage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<RecommendationView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRecommendations", summary = "List the recommendations of all evaluations")
    @APIResponse(
            responseCode = "200",
            description = "One page, or with text/csv or application/x-ndjson all rows that the filter matches.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(
            name = "reference",
            in = ParameterIn.QUERY,
            description = "Its reference. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "evaluation",
            in = ParameterIn.QUERY,
            description = "Reference of the evaluation. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "programme",
            in = ParameterIn.QUERY,
            description = "Code of the programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "answer",
            in = ParameterIn.QUERY,
            description = "What was answered. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "strategyPaper",
            in = ParameterIn.QUERY,
            description = "Reference of the strategy paper. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "answeredFrom",
            in = ParameterIn.QUERY,
            description = "Answered on that day or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "answeredUntil",
            in = ParameterIn.QUERY,
            description = "Answered on that day or earlier.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "One or several of reference, code, answeredOn, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "One or several of answer, evaluation, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list() {
        return lists.answer(EvaluationPages.RECOMMENDATION_LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getRecommendation", summary = "Read a recommendation and what was answered")
    @APIResponseSchema(RecommendationView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
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
        pages.keep(evaluation, List.of());
        RecommendationView view = pages.keep(evaluation.recommendation(id), evaluation);
        outbox.add(evaluation.answered(id));
        return Answers.ok(view, evaluation.version());
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
