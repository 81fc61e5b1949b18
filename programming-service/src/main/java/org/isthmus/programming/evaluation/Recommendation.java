package org.isthmus.programming.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** What an evaluation recommends, and what was answered to it. */
@Schema(
        name = "RecommendationOfEvaluation",
        description = "What an evaluation recommends, and what was answered to it.")
record Recommendation(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "R1") String code,
        @Schema(required = true) Text text,
        @Nullable Response response) {

    /** Whether it is followed. */
    @Schema(name = "RecommendationAnswer")
    enum Answer {
        ACCEPTED,
        PARTLY,
        REJECTED
    }

    /** A priority of a strategy paper that a recommendation changed. */
    @Schema(name = "ChangedPriority", description = "A priority of a strategy paper that the recommendation changed.")
    record ChangedPriority(
            @NotBlank @Size(max = 100) @Schema(examples = "TSP-2011-2013")
            String strategyPaper,

            @NotBlank @Size(max = 50) @Schema(examples = "P1")
            String priority) {}

    /** The answer, why, when, and what it changed. */
    @Schema(name = "RecommendationResponse", description = "The answer, why, when, and which priorities it changed.")
    record Response(
            @NotNull Answer answer,
            @NotNull Text reason,

            @NotNull @HasCome(groups = HasCome.Meaning.class)
            LocalDate date,

            @Size(max = 100) List<@NotNull @Valid ChangedPriority> changedPriorities) {

        Response {
            changedPriorities = Given.list(changedPriorities);
        }
    }

    Recommendation worded(Text words) {
        return new Recommendation(id, code, words, response);
    }

    Recommendation answered(Response given) {
        return new Recommendation(id, code, text, given);
    }
}
