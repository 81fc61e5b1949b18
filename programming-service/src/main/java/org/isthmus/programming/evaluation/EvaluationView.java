package org.isthmus.programming.evaluation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** An evaluation as readers see it. */
@Schema(name = "Evaluation", description = "An external evaluation, its recommendations and what was answered.")
record EvaluationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "EVAL-2007-2009")
        String reference,

        @Schema(required = true) int version,
        @Schema(required = true) ProgrammeOfEvaluation programme,
        @Schema(required = true) Text title,
        @Nullable Period covers,
        @Nullable String evaluator,

        @Nullable @Schema(description = "Reference of the strategy paper that it feeds.")
        String feeds,

        @Schema(required = true) List<Text> questions,
        @Schema(required = true) List<Text> findings,
        @Schema(required = true) List<Recommendation> recommendations,
        @Schema(required = true) List<Source> sources) {

    /** The programme that was looked at. */
    @Schema(name = "ProgrammeOfEvaluation")
    record ProgrammeOfEvaluation(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code) {}

    /** A recommendation on its own. */
    @Schema(name = "Recommendation", description = "A recommendation on its own, with the evaluation that made it.")
    record RecommendationView(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "EVAL-2007-2009/R1")
            String reference,

            @Schema(required = true) int version,
            @Schema(required = true) EvaluationLink evaluation,

            @Schema(required = true, description = "Code of the programme.")
            String programme,

            @Schema(required = true) String code,
            @Schema(required = true) Text text,
            Recommendation.@Nullable Response response) {}

    /** The evaluation that made a recommendation. */
    @Schema(name = "EvaluationLink")
    record EvaluationLink(
            @Schema(required = true) UUID id,
            @Schema(required = true) String reference) {}

    static EvaluationView of(Evaluation evaluation) {
        EvaluationContent content = evaluation.content();
        return new EvaluationView(
                evaluation.id(),
                evaluation.reference(),
                evaluation.version(),
                new ProgrammeOfEvaluation(evaluation.programmeId(), content.programmeCode()),
                content.title(),
                content.covers(),
                content.evaluator(),
                content.feeds(),
                content.questions(),
                content.findings(),
                evaluation.recommendations(),
                content.sources());
    }

    static RecommendationView of(Recommendation recommendation, Evaluation evaluation) {
        return new RecommendationView(
                recommendation.id(),
                evaluation.reference() + "/" + recommendation.code(),
                evaluation.version(),
                new EvaluationLink(evaluation.id(), evaluation.reference()),
                evaluation.content().programmeCode(),
                recommendation.code(),
                recommendation.text(),
                recommendation.response());
    }
}
