package org.isthmus.projects.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.lists.AsOf;
import org.isthmus.kit.money.Money;

/** Projects and their contribution, broken down; rows and what is not attributed add up to the total, to the cent. */
@Schema(
        name = "ProjectStatistics",
        description = "Projects and their contribution: rows plus not attributed equal the total, to the cent.")
record Statistics(
        @Schema(required = true) List<String> measures,
        @Schema(required = true) List<String> groupBy,

        @Schema(required = true, description = "Each has an amount in every row; none is converted.")
        Collection<String> currencies,

        @Schema(
                required = true,
                examples = "UMBRELLA",
                description = "An umbrella's contribution holds that of its parts, which add nothing of their own.")
        String countingLevel,

        @Schema(
                required = true,
                examples = "PUBLISHED",
                description = "ALL, PUBLISHED, or PUBLISHED_AND_OWN: only what the caller may list is counted.")
        String scope,

        @Schema(required = true, description = "What each measure and some keys mean.")
        Map<String, String> definitions,

        @Schema(required = true) AsOf asOf,
        @Schema(required = true) List<Row> rows,
        @Schema(required = true) NotAttributed notAttributed,
        @Schema(required = true) Total total) {

    static final Map<String, String> DEFINITIONS = Map.of(
            "projects", "how many projects have the key; one with several keys counts under each, so rows overlap",
            "contribution", "what the Union pays by the current figure of each project",
            "strand", "by the shares of strands; without shares the first strand, the primary one, carries all",
            "country", "by the shares of countries that benefit; one alone carries all",
            "region", "that of the country that carries the money",
            "year", "a project counts in each year that it ran in; the first of them carries all its contribution");

    @Schema(name = "ProjectStatisticsRow")
    record Row(
            @Schema(required = true) Map<String, String> key,

            @Schema(required = true, description = "How many projects the link lists.")
            long projects,

            @Schema(required = true, description = "What of their contribution belongs to the key, per currency.")
            List<Money> contribution,

            @Schema(required = true, description = "Lists the projects.")
            String link) {}

    @Schema(name = "ProjectStatisticsNotAttributed")
    record NotAttributed(
            @Schema(required = true) long projects,
            @Schema(required = true) List<Money> contribution,
            @Schema(required = true) List<Reason> why) {}

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

            @Schema(
                    required = true,
                    description = "How many add nothing, for their umbrella's contribution holds theirs.")
            long includedInUmbrella,

            @Schema(required = true, description = "How many add nothing, for no source names their contribution.")
            long contributionUnknown,

            @Schema(required = true, description = "Lists the projects.")
            String link) {}
}
