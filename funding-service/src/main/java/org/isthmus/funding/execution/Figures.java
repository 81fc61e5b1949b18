package org.isthmus.funding.execution;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measures of one row and the number of entries behind them. */
final class Figures {

    static final List<String> MEASURES = List.of("allocated", "committed", "paid", "decommitted", "outstanding");

    private final List<String> asked;
    private final Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    private long entries;

    Figures(List<String> asked) {
        this.asked = asked;
    }

    /** An entry counts in one measure only, so the numbers of entries add up. */
    void add(String measure, BigDecimal amount, long count) {
        String name = measure.toLowerCase(Locale.ROOT);
        amounts.merge(name, amount, BigDecimal::add);
        boolean counts = asked.contains(name) || asked.contains("outstanding") && !name.equals("allocated");
        entries += counts ? count : 0;
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

    @JsonIgnore
    long entries() {
        return entries;
    }

    @JsonAnyGetter
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        asked.forEach(measure -> shown.put(measure, amount(measure)));
        return shown;
    }
}
