package org.isthmus.programming.evaluation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/evaluations")
@RunOnVirtualThread
@Tag(name = "Evaluations", description = "External evaluations and the answers to their recommendations")
class EvaluationResource {

    private final Evaluations evaluations;
    private final EvaluationPages pages;
    private final ProgrammeRegister programmes;
    private final StrategyPaperRegister papers;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;

    EvaluationResource(
            Evaluations evaluations,
            EvaluationPages pages,
            ProgrammeRegister programmes,
            StrategyPaperRegister papers,
            Documents documents,
            Lists lists,
            Outbox outbox) {
        this.evaluations = evaluations;
        this.pages = pages;
        this.programmes = programmes;
        this.papers = papers;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
    }

    /** One page of the list. */
    @Schema(name = "EvaluationPage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<EvaluationView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listEvaluations", summary = "List evaluations")
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
            name = "programme",
            in = ParameterIn.QUERY,
            description = "Code of the programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "feeds",
            in = ParameterIn.QUERY,
            description =
                    "Reference of the strategy paper that it feeds. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "startFrom",
            in = ParameterIn.QUERY,
            description = "Begins on that day or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "startUntil",
            in = ParameterIn.QUERY,
            description = "Begins on that day or earlier.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "One or several of reference, title, start, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "One or several of programme, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list() {
        return lists.answer(EvaluationPages.LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getEvaluation", summary = "Read an evaluation")
    @APIResponseSchema(EvaluationView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id) {
        return documents.answer(EvaluationPages.EVALUATIONS, id, Scope.all());
    }

    @POST
    @Write
    @Operation(operationId = "createEvaluation", summary = "Enter an evaluation with its recommendations")
    @APIResponse(
            responseCode = "201",
            description = "It is there now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EvaluationView.class)))
    public RestResponse<EvaluationView> create(@Valid @NotNull EvaluationDraft draft) {
        ProgrammeRegister.Known programme = programme(draft);
        if (evaluations.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "evaluation-exists", "There is an evaluation %s already".formatted(draft.reference()));
        }
        Evaluation evaluation = new Evaluation(draft, programme.id());
        evaluations.add(evaluation);
        EvaluationView view = pages.keep(evaluation, evaluation.recommendations());
        outbox.add(evaluation.completed());
        return Answers.created("/v1/evaluations/" + evaluation.id(), view, evaluation.version());
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
