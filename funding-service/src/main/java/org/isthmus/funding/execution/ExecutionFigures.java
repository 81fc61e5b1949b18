package org.isthmus.funding.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Figures;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** The measures of one row, in the accounting currency; what was not asked or is unknown is left out. */
@JsonPropertyOrder({
    "allocated",
    "committed",
    "reserved",
    "contracted",
    "paid",
    "decommitted",
    "outstanding",
    "paymentsUnknown",
    "dateUnknown"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecutionFigures(
        @Nullable @Schema(description = "Left out when not asked for.", examples = "0.00")
        String allocated,

        @Nullable @Schema(description = "Left out when not asked for.", examples = "1000000.00")
        String committed,

        @Nullable @Schema(description = "Of committed, what no agreement has drawn yet.", examples = "0.00")
        String reserved,

        @Nullable @Schema(description = "Of committed, what signed agreements hold.", examples = "1000000.00")
        String contracted,

        @Nullable @Schema(description = "Of known payments; left out when none are known.", examples = "400000.00")
        String paid,

        @Nullable @Schema(description = "Left out when not asked for.", examples = "0.00")
        String decommitted,

        @Nullable
        @Schema(
                description = "Of commitments with known payments; left out when there are none.",
                examples = "600000.00")
        String outstanding,

        @Nullable
        @Schema(
                description = "Commitments whose payments no source tells; left out when there are none.",
                examples = "1.00")
        String paymentsUnknown,

        @Nullable
        @Schema(
                description = "Commitments of which no source tells whether they were made by the day, in no other"
                        + " figure; left out when there are none.",
                examples = "1.00")
        String dateUnknown) {

    static ExecutionFigures of(Figures figures, Breakdown asked) {
        String currency = asked.currency().orElse("EUR");
        Map<String, String> amounts = new HashMap<>();
        asked.measures()
                .forEach(measure -> figures.amount(measure, currency)
                        .map(Money::amount)
                        .ifPresent(amount -> amounts.put(measure.name(), amount.toPlainString())));
        return new ExecutionFigures(
                amounts.get("allocated"),
                amounts.get("committed"),
                amounts.get("reserved"),
                amounts.get("contracted"),
                amounts.get("paid"),
                amounts.get("decommitted"),
                amounts.get("outstanding"),
                amounts.get("paymentsUnknown"),
                amounts.get("dateUnknown"));
    }
}
