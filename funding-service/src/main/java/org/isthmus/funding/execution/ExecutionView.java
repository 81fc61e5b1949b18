package org.isthmus.funding.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.lists.AsOf;
import org.jspecify.annotations.Nullable;

/** What the money did, broken down; rows and what is not attributed add up to the total, to the cent. */
@Schema(name = "Execution", description = "What the money did: rows plus not attributed equal the total, to the cent.")
record ExecutionView(
        @Schema(required = true) List<String> measures,
        @Schema(required = true) List<String> groupBy,
        @Schema(required = true, examples = "EUR") String currency,

        @Schema(required = true, description = "Where each euro is counted once; definitions explain it.")
        String countingLevel,

        @Schema(required = true, description = "ALL, or PUBLISHED: without what belongs to unpublished projects.")
        String scope,

        @Schema(required = true, description = "What the counting level, each measure and each dimension mean.")
        Map<String, String> definitions,

        @Schema(required = true) AsOf asOf,
        @Schema(required = true) List<Row> rows,
        @Schema(required = true) NotAttributed notAttributed,
        @Schema(required = true) Total total) {

    @Schema(name = "ExecutionRow")
    record Row(
            @Schema(required = true, description = "A value for each dimension; none where it has none.")
            Map<String, Object> key,

            @JsonUnwrapped ExecutionFigures figures,

            @Schema(required = true, description = "How many entries make it up.")
            long entries,

            @Schema(required = true, description = "Lists those entries, each with its part.")
            String link) {}

    @Schema(name = "ExecutionNotAttributed", description = "What belongs to none of the dimensions.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NotAttributed(
            @JsonUnwrapped ExecutionFigures figures,
            @Schema(required = true) long entries,

            @Schema(required = true, description = "By reason: every measure.")
            List<Reason> reasons,

            @Nullable @Schema(description = "Lists those entries; left out when there can be none.")
            String link) {}

    @Schema(name = "ExecutionReason")
    record Reason(
            @Schema(required = true, examples = "no country")
            String reason,

            @JsonUnwrapped ExecutionFigures figures,
            @Schema(required = true) long entries) {}

    @Schema(name = "ExecutionTotal")
    record Total(
            @JsonUnwrapped ExecutionFigures figures,
            @Schema(required = true) long entries,

            @Schema(required = true, description = "Lists the entries of the whole.")
            String link) {}
}
