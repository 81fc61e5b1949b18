package org.isthmus.projects.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isthmus.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** Projects counted, and money added up per currency. */
final class Figures {

    private final Map<String, BigDecimal> amounts = new TreeMap<>();
    private long projects;

    void add(long more, @Nullable String currency, @Nullable BigDecimal amount) {
        projects += more;
        if (currency != null && amount != null) {
            amounts.merge(currency, amount, BigDecimal::add);
        }
    }

    long projects() {
        return projects;
    }

    Collection<String> currencies() {
        return amounts.keySet();
    }

    /** One amount for each currency of the whole answer, so that rows can be added up. */
    List<Money> in(Collection<String> currencies) {
        return currencies.stream()
                .map(code -> new Money(amounts.getOrDefault(code, BigDecimal.ZERO), Currency.getInstance(code)))
                .toList();
    }
}
