package org.isthmus.funding.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What locked accounts hold from a day on, postings taken into account included.
 *
 * <p>The days of an account are read only when a posting is dated before its last one, which is rare.
 */
final class DayBalances {

    private final Map<String, LocalDate> last;
    private final Function<UUID, Map<LocalDate, BigDecimal>> journal;
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> changes = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> taken = new HashMap<>();

    /** @param journal the sums by day of an account's entries */
    DayBalances(Map<String, LocalDate> last, Function<UUID, Map<LocalDate, BigDecimal>> journal) {
        this.last = new HashMap<>(last);
        this.journal = journal;
    }

    /** What has no day counts before every day: whatever draws on it came later. */
    void take(String account, @Nullable LocalDate on, BigDecimal change) {
        if (on == null) {
            return;
        }
        last.merge(account, on, (a, b) -> a.isAfter(b) ? a : b);
        taken.computeIfAbsent(account, key -> new TreeMap<>()).merge(on, change, BigDecimal::add);
        if (changes.containsKey(account)) {
            changes.get(account).merge(on, change, BigDecimal::add);
        }
    }

    /** The least that it holds on the day or any later one, when it holds the balance at the end. */
    BigDecimal leastFrom(LocalDate day, String account, @Nullable UUID id, BigDecimal balance) {
        BigDecimal least = balance;
        BigDecimal held = balance;
        for (BigDecimal change : after(day, account, id).values()) {
            held = held.subtract(change);
            least = least.min(held);
        }
        return least;
    }

    /** The first day, not before the one given, from which on it always holds the amount. */
    LocalDate firstWith(BigDecimal amount, LocalDate day, String account, @Nullable UUID id, BigDecimal balance) {
        BigDecimal held = balance;
        for (Map.Entry<LocalDate, BigDecimal> change : after(day, account, id).entrySet()) {
            held = held.subtract(change.getValue());
            if (held.compareTo(amount) < 0) {
                return change.getKey();
            }
        }
        return day;
    }

    /** The changes after the day, the last one first. */
    private NavigableMap<LocalDate, BigDecimal> after(LocalDate day, String account, @Nullable UUID id) {
        LocalDate lastDay = last.get(account);
        if (lastDay == null || !lastDay.isAfter(day)) {
            return new TreeMap<>();
        }
        return changes.computeIfAbsent(account, key -> read(key, id))
                .tailMap(day, false)
                .descendingMap();
    }

    private NavigableMap<LocalDate, BigDecimal> read(String account, @Nullable UUID id) {
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>(id == null ? Map.of() : journal.apply(id));
        taken.getOrDefault(account, new TreeMap<>()).forEach((on, change) -> days.merge(on, change, BigDecimal::add));
        return days;
    }
}
