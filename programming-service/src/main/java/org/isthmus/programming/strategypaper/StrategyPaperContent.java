package org.isthmus.programming.strategypaper;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.workflow.Historical;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a strategy paper. */
@Schema(name = "StrategyPaperDraft", description = "A strategy paper as an officer drafts it.")
record StrategyPaperContent(
        @Reference @NotBlank @Size(max = 100) @Schema(examples = "TSP-2011-2013")
        String reference,

        @NotBlank @Size(max = 50) @Schema(examples = "THEMATIC-MIGR")
        String programmeCode,

        @NotNull Text title,
        @NotNull @Valid Period period,
        @Nullable Text analysis,
        @Size(max = 100) List<@NotNull @Valid Priority> priorities,

        @Size(max = 200) @Schema(description = "Recommendations of evaluations that the paper answers.")
        List<@NotNull UUID> answersRecommendations,

        @Size(max = 50) List<@NotNull @Valid Source> sources,
        @Nullable @Valid Historical historical) {

    /** What the paper puts first, within a strand or across. */
    @Schema(name = "StrategyPriority", description = "What the paper puts first, within a strand or across.")
    record Priority(
            @Reference @NotBlank @Size(max = 50) @Schema(examples = "P1")
            String code,

            @NotNull Text title,

            @Nullable @Size(max = 50) @Schema(examples = "migration-development")
            String strand) {}

    StrategyPaperContent {
        priorities = Given.list(priorities);
        answersRecommendations = Given.list(answersRecommendations);
        sources = Given.list(sources);
    }
}
