package org.isthmus.programming.indicativeprogramme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.EnvelopeFigure;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.workflow.Historical;
import org.jspecify.annotations.Nullable;

/** All that an officer says about an indicative programme. */
@Schema(name = "IndicativeProgrammeDraft", description = "An indicative programme as an officer drafts it.")
record IndicativeProgrammeContent(
        @Reference @NotBlank @Size(max = 100) @Schema(examples = "MIP-2007-2010")
        String reference,

        @NotBlank @Size(max = 100) @Schema(examples = "TSP-2007-2010")
        String strategyPaperReference,

        @NotNull Text title,
        @NotNull @Valid Period period,
        @Size(max = 200) List<@NotNull @Valid Priority> priorities,
        @Size(max = 50) List<@NotNull @Valid EnvelopeFigure> envelopes,
        @Size(max = 50) List<@NotNull @Valid Source> sources,
        @Nullable @Valid Historical historical) {

    /** What a strand, a region, or a strand in a region is meant to receive. */
    @Schema(
            name = "IndicativePriority",
            description = "What a strand, a region, or both together are meant to receive.")
    record Priority(
            @Reference @NotBlank @Size(max = 50) @Schema(examples = "AFRICA")
            String code,

            @Nullable @Size(max = 50) String strand,
            @Nullable @Size(max = 200) String region,
            @NotNull @Valid IndicativeAmount amount,
            @Size(max = 30) List<@NotNull @Valid YearAmount> perYear,
            @Nullable @Valid Source source) {

        Priority {
            perYear = Given.list(perYear);
        }
    }

    /** The part of one year. */
    @Schema(name = "YearAmount", description = "The part of one year.")
    record YearAmount(
            @Min(1900) @Max(2200) int year, @NotNull Money amount) {}

    IndicativeProgrammeContent {
        priorities = Given.list(priorities);
        envelopes = Given.list(envelopes);
        sources = Given.list(sources);
    }
}
