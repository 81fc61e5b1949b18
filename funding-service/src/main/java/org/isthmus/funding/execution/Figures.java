package org.isthmus.funding.execution;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The measures of one row and the number of entries behind them. */
@JsonPropertyOrder({"allocated", "committed", "paid", "decommitted", "outstanding"})
final class Figures {

    static final List<String> MEASURES = List.of("allocated", "committed", "paid", "decommitted", "outstanding");

    @Schema(hidden = true)
    private final List<String> asked;

    @Schema(hidden = true)
    private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();

    @Schema(hidden = true)
    private long number;

    Figures(List<String> asked) {
        this.asked = asked;
    }

    /** An entry counts in one measure only, so the numbers of entries add up. */
    void add(String measure, BigDecimal amount, long count) {
        String name = measure.toLowerCase(Locale.ROOT);
        amounts.merge(name, amount, BigDecimal::add);
        boolean counts = asked.contains(name) || asked.contains("outstanding") && !name.equals("allocated");
        number += counts ? count : 0;
    }

    String amount(String measure) {
        BigDecimal amount = measure.equals("outstanding")
                ? value("committed").subtract(value("paid")).subtract(value("decommitted"))
                : value(measure);
        // amounts are whole cents: anything else would be a bug, not to be rounded away
        return amount.setScale(2).toPlainString();
    }

    private BigDecimal value(String measure) {
        return amounts.getOrDefault(measure, BigDecimal.ZERO);
    }

    long entries() {
        return number;
    }

    @Schema(description = "Left out when not asked for.", examples = "0.00")
    public @Nullable String getAllocated() {
        return shown("allocated");
    }

    @Schema(description = "Left out when not asked for.", examples = "1000000.00")
    public @Nullable String getCommitted() {
        return shown("committed");
    }

    @Schema(description = "Left out when not asked for.", examples = "400000.00")
    public @Nullable String getPaid() {
        return shown("paid");
    }

    @Schema(description = "Left out when not asked for.", examples = "0.00")
    public @Nullable String getDecommitted() {
        return shown("decommitted");
    }

    @Schema(description = "Left out when not asked for.", examples = "600000.00")
    public @Nullable String getOutstanding() {
        return shown("outstanding");
    }

    private @Nullable String shown(String measure) {
        return asked.contains(measure) ? amount(measure) : null;
    }
}
