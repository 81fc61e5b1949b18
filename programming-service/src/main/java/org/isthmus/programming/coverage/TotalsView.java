package org.isthmus.programming.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.lists.AsOf;
import org.jspecify.annotations.Nullable;

/** Coverage added up: rows and what can't be attributed make the total, to the cent. */
@Schema(
        name = "CoverageTotals",
        description = "Coverage added up: rows and what can't be attributed make the total, to the cent.")
record TotalsView(
        @Schema(required = true) List<String> measures,
        @Schema(required = true) List<String> groupBy,
        @Schema(required = true, examples = "EUR") String currency,

        @Schema(
                required = true,
                examples = "PROJECT",
                description = "Where each euro is counted once; definitions explain it.")
        String countingLevel,

        @Schema(
                required = true,
                examples = "PUBLISHED",
                description = "ALL, or PUBLISHED: without the money of unpublished projects.")
        String scope,

        @Schema(required = true, description = "What the counting level, each measure and each dimension mean.")
        Map<String, String> definitions,

        @Schema(required = true) AsOf asOf,
        @Schema(required = true) List<Sum> rows,

        @Schema(required = true, description = "What several groups share without saying how, or what names no group.")
        Sum notAttributed,

        @Schema(required = true) Sum total) {

    /** One group, or what is left, or all. An action counts in each group that it touches. */
    @Schema(
            name = "CoverageSum",
            description = "Sums of one group, as decimal strings; what is unknown or not asked is left out.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sum(
            @Nullable @Schema(description = "The group: a value for each dimension; none where it has none.")
            Map<String, Object> key,

            @Schema(required = true) long actions,
            @Nullable @Schema(examples = "100.00") String indicative,
            @Nullable @Schema(examples = "100.00") String allocated,
            @Nullable @Schema(examples = "90.00") String committed,
            @Nullable @Schema(examples = "0.00") String decommitted,
            @Nullable @Schema(examples = "40.00") String paid,
            @Nullable @Schema(examples = "0.00") String recovered,
            @Nullable @Schema(examples = "50.00") String outstanding,

            @Nullable
            @Schema(
                    examples = "1.00",
                    description = "Commitments whose payments no source tells; left out when there are none.")
            String paymentsUnknown,

            @Nullable @Schema(description = "Why it is not attributed: every measure by reason.")
            List<Reason> reasons,

            @Nullable
            @Schema(
                    description =
                            "The actions of the group, each with the part of it that is in the group: they add up to it.",
                    examples = "/v1/coverage/totals?strand=migration-development&groupBy=action")
            String link) {}

    @Schema(name = "CoverageReason")
    record Reason(
            @Schema(required = true, examples = "country shares unknown")
            String reason,

            @Schema(required = true) long actions,

            @Schema(required = true, description = "By measure.")
            Map<String, String> amounts) {}
}
