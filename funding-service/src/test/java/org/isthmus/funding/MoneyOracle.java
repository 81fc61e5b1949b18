package org.isthmus.funding;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What accounts hold on each day, kept as simply as can be; none may hold less than nothing. */
final class MoneyOracle {

    private final Map<String, NavigableMap<LocalDate, Long>> accounts = new HashMap<>();

    void take(LocalDate on, Map<String, Long> changes) {
        changes.forEach((account, change) -> days(account).merge(on, change, Long::sum));
    }

    long balance(String account) {
        return balanceOn(LocalDate.MAX, account);
    }

    long balanceOn(LocalDate day, String account) {
        return days(account).headMap(day, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Neither on the day nor on any later one is an account left with less than nothing. */
    boolean bears(LocalDate on, Map<String, Long> changes) {
        return changes.entrySet().stream()
                .allMatch(change -> change.getValue() >= 0 || least(on, change.getKey()) + change.getValue() >= 0);
    }

    boolean balanceAllows(Map<String, Long> changes) {
        return bears(LocalDate.MAX, changes);
    }

    LocalDate firstDay(LocalDate from, Map<String, Long> changes) {
        LocalDate day = from;
        while (!bears(day, changes)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private long least(LocalDate from, String account) {
        return days(account).tailMap(from, false).keySet().stream()
                .mapToLong(day -> balanceOn(day, account))
                .reduce(balanceOn(from, account), Math::min);
    }

    private NavigableMap<LocalDate, Long> days(String account) {
        return accounts.computeIfAbsent(account, key -> new TreeMap<>());
    }
}
