package org.isthmus.programming.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Coverage added up: rows and what can't be attributed make the total, to the cent. */
@Schema(
        name = "CoverageTotals",
        description = "Coverage added up: rows and what can't be attributed make the total, to the cent.")
record TotalsView(
        @Schema(required = true) List<String> measures,
        @Schema(required = true) List<String> groupBy,
        @Schema(required = true, examples = "EUR") String currency,
        @Schema(required = true, examples = "ACTION") String countingLevel,
        @Schema(required = true) List<Sum> rows,

        @Schema(required = true, description = "What several groups share without saying how, or what names no group.")
        Sum notAttributed,

        @Schema(required = true) Sum total) {

    /** One group, or what is left, or all. An action counts in each group that it touches. */
    @Schema(name = "CoverageSum", description = "Sums of one group; amounts are decimal strings.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sum(
            @Nullable @Schema(description = "The group: a value for each dimension.")
            Map<String, String> key,

            @Schema(required = true) int actions,
            @Schema(required = true) String indicative,
            @Schema(required = true) String allocated,
            @Schema(required = true) String committed,
            @Schema(required = true) String decommitted,
            @Schema(required = true) String paid,
            @Schema(required = true) String recovered,
            @Schema(required = true) String outstanding,

            @Nullable @Schema(description = "The actions of the group.")
            String link) {}
}
