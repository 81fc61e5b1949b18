package org.isthmus.projects.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.lists.AsOf;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** Projects and their contribution, broken down; rows and what is not attributed add up to the total, to the cent. */
@Schema(
        name = "ProjectStatistics",
        description = "Projects and their contribution: rows plus not attributed equal the total, to the cent.")
record StatisticsView(
        @Schema(required = true) List<String> measures,
        @Schema(required = true) List<String> groupBy,

        @Schema(required = true, description = "Each is added up for itself; none is converted.")
        Collection<String> currencies,

        @Schema(
                required = true,
                examples = "PROJECT",
                description = "Where each euro is counted once; definitions explain it.")
        String countingLevel,

        @Schema(
                required = true,
                examples = "PUBLISHED",
                description = "ALL, PUBLISHED, or PUBLISHED_AND_OWN: only what the caller may list is counted.")
        String scope,

        @Schema(required = true, description = "What the counting level, each measure and each dimension mean.")
        Map<String, String> definitions,

        @Schema(required = true) AsOf asOf,
        @Schema(required = true) List<Row> rows,
        @Schema(required = true) NotAttributed notAttributed,
        @Schema(required = true) Total total) {

    @Schema(name = "ProjectStatisticsRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Schema(required = true, description = "A value for each dimension; none where it has none.")
            Map<String, Object> key,

            @Schema(required = true, description = "How many projects the link lists.")
            long projects,

            @Nullable
            @Schema(
                    description =
                            "What of their contribution belongs to the key, per currency; left out where that is unknown.")
            List<Money> contribution,

            @Nullable
            @Schema(
                    description =
                            "What the projects share with others without saying how: up to so much more may belong to the key.")
            List<Money> upTo,

            @Schema(required = true, description = "Lists the projects.")
            String link) {}

    @Schema(name = "ProjectStatisticsNotAttributed")
    record NotAttributed(
            @Schema(required = true) long projects,
            @Schema(required = true) List<Money> contribution,
            @Schema(required = true) List<Reason> reasons) {}

    @Schema(name = "ProjectStatisticsReason")
    record Reason(
            @Schema(required = true, examples = "country shares unknown")
            String reason,

            @Schema(required = true) long projects,
            @Schema(required = true) List<Money> contribution) {}

    @Schema(name = "ProjectStatisticsTotal")
    record Total(
            @Schema(required = true, description = "Each counted once.")
            long projects,

            @Schema(required = true) List<Money> contribution,

            @Schema(required = true, description = "How many have their contribution within that of an umbrella.")
            long includedInUmbrella,

            @Schema(required = true, description = "How many add nothing, for no source names their contribution.")
            long contributionUnknown,

            @Schema(required = true, description = "Lists the projects.")
            String link) {}
}
