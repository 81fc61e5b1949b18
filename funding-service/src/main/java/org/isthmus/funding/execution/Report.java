package org.isthmus.funding.execution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the money did, broken down; rows and what is not attributed add up to the total, to the cent. */
@Schema(name = "Execution", description = "What the money did: rows plus not attributed equal the total, to the cent.")
record Report(
        @Schema(required = true) List<String> measures,
        @Schema(required = true) List<String> groupBy,
        @Schema(required = true, examples = "EUR") String currency,

        @Schema(required = true, description = "Each euro is counted once, at the project that it was promised to.")
        String countingLevel,

        @Schema(required = true, description = "ALL, or PUBLISHED: without what belongs to unpublished projects.")
        String scope,

        @Schema(required = true, description = "What each measure and the year mean.")
        Map<String, String> definitions,

        @Schema(required = true) AsOf asOf,
        @Schema(required = true) List<Row> rows,
        @Schema(required = true) NotAttributed notAttributed,
        @Schema(required = true) Total total) {

    static final Map<String, String> DEFINITIONS = Map.of(
            "allocated", "set aside for actions, less what was taken back",
            "committed", "promised to projects, less what was reversed",
            "paid", "paid on promises",
            "decommitted", "given back of promises",
            "outstanding", "committed - paid - decommitted",
            "year", "the budget year that the money was appropriated for, not the year of the movement");

    @Schema(name = "ExecutionAsOf")
    record AsOf(
            @Schema(required = true, description = "Movements effective by this day count.")
            LocalDate effectiveOn,

            @Nullable @Schema(description = "Only what the books knew by then.")
            Instant recordedAt,

            @Schema(required = true, description = "The last movement that the books knew.")
            long position) {}

    @Schema(name = "ExecutionRow")
    record Row(
            @Schema(required = true) Map<String, Object> key,
            @JsonUnwrapped Figures figures,

            @Schema(required = true, description = "How many entries make it up.")
            long entries,

            @Schema(required = true, description = "Lists the movements with those entries.")
            String link) {}

    @Schema(name = "ExecutionNotAttributed")
    record NotAttributed(
            @JsonUnwrapped Figures figures,
            @Schema(required = true) long entries,

            @Schema(
                    required = true,
                    description = "By reason: what of the committed amount, or of the first measure asked.")
            Map<String, String> why,

            @Schema(required = true, description = "By reason: every measure.")
            List<Reason> reasons,

            @Schema(required = true) String link) {}

    @Schema(name = "ExecutionReason")
    record Reason(
            @Schema(required = true, examples = "no country")
            String why,

            @JsonUnwrapped Figures figures,
            @Schema(required = true) long entries) {}

    @Schema(name = "ExecutionTotal")
    record Total(
            @JsonUnwrapped Figures figures,
            @Schema(required = true) long entries) {}
}
