package org.isthmus.kit.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isthmus.kit.values.Money;

/** The sums of one row, per currency and never converted, and how many things are behind them. */
public final class Figures {

    private final Map<String, Map<String, BigDecimal>> byCurrency = new TreeMap<>();
    private final Map<String, BigDecimal> upTo = new TreeMap<>();
    private long things;

    void add(String currency, String measure, BigDecimal amount) {
        byCurrency.computeIfAbsent(currency, any -> new TreeMap<>()).merge(measure, amount, BigDecimal::add);
    }

    void addUpTo(String currency, BigDecimal amount) {
        upTo.merge(currency, amount, BigDecimal::add);
    }

    void count(long number) {
        things = number;
    }

    /** How many things, such as entries or projects, make it up, each counted once. */
    public long things() {
        return things;
    }

    /** Whether it has things, or amounts of any of these measures. */
    boolean hasAny(Set<String> measures) {
        return things > 0
                || byCurrency.values().stream().anyMatch(amounts -> !Collections.disjoint(amounts.keySet(), measures));
    }

    public Collection<String> currencies() {
        return new TreeSet<>(byCurrency.keySet());
    }

    /** What a measure comes to; empty where nobody knows. */
    public Optional<Money> amount(Measure measure, String currency) {
        Map<String, BigDecimal> amounts = byCurrency.getOrDefault(currency, Map.of());
        Set<String> present = new HashSet<>(amounts.keySet());
        if (!measure.isKnown().test(present)) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Integer> term : measure.terms().entrySet()) {
            BigDecimal amount = amounts.getOrDefault(term.getKey(), BigDecimal.ZERO);
            sum = term.getValue() < 0 ? sum.subtract(amount) : sum.add(amount);
        }
        // whole units: anything else would be a bug, not to be rounded away
        Currency of = Currency.getInstance(currency);
        return Optional.of(new Money(sum.setScale(of.getDefaultFractionDigits()), of));
    }

    /** Up to how much more it shares with others, where nobody knows how much. */
    public Map<String, BigDecimal> upTo() {
        return upTo;
    }
}
