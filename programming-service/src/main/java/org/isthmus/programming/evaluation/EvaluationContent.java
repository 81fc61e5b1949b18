package org.isthmus.programming.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** All that an officer says about an evaluation. */
@Schema(name = "EvaluationDraft", description = "An external evaluation as an officer enters it.")
record EvaluationContent(
        @Reference @NotBlank @Size(max = 100) @Schema(examples = "EVAL-2007-2009")
        String reference,

        @NotBlank @Size(max = 50) @Schema(examples = "THEMATIC-MIGR")
        String programmeCode,

        @NotNull Text title,

        @Nullable @Valid @Schema(description = "The years that it looks at, where they are known.")
        Period covers,

        @Nullable @Size(max = 500) String evaluator,
        @Size(max = 100) List<@NotNull Text> questions,
        @Size(max = 200) List<@NotNull Text> findings,
        @Size(max = 200) List<@NotNull @Valid Recommended> recommendations,

        @Nullable
        @Size(max = 100)
        @Schema(description = "Reference of the strategy paper that it feeds.", examples = "TSP-2011-2013")
        String feeds,

        @Size(max = 50) List<@NotNull @Valid Source> sources) {

    /** What the evaluation recommends. */
    @Schema(name = "RecommendationDraft", description = "What the evaluation recommends.")
    record Recommended(
            @Reference @NotBlank @Size(max = 50) @Schema(examples = "R1")
            String code,

            @NotNull Text text) {}

    EvaluationContent {
        questions = Given.list(questions);
        findings = Given.list(findings);
        recommendations = Given.list(recommendations);
        sources = Given.list(sources);
    }

    void refuseRepetition() {
        Faults faults = new Faults();
        faults.once(
                "/recommendations",
                recommendations,
                "code",
                each -> each.code(),
                "A recommendation's code is named once.");
        faults.refuseIfAny(Refusal.Kind.INVALID, "evaluation-invalid", "The evaluation names a code twice");
    }
}
