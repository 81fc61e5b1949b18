package org.isthmus.attack.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was answered to one kind of client, and how long each answer took. */
final class Answers {

    /** The connection broke, or no answer came in time. */
    static final int NONE = 0;

    private final String kind;
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<Long> nanos = new ArrayList<>();

    Answers(String kind) {
        this.kind = kind;
    }

    synchronized void add(int status, long took) {
        byStatus.merge(status, 1, Integer::sum);
        nanos.add(took);
    }

    synchronized int count() {
        return nanos.size();
    }

    /** How many there were of some statuses. */
    synchronized int count(Integer... statuses) {
        return List.of(statuses).stream()
                .mapToInt(status -> byStatus.getOrDefault(status, 0))
                .sum();
    }

    synchronized double millis(int percent) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    @Override
    public synchronized String toString() {
        return "%-12s %,9d answers %s, p50 %.0f ms, p99 %.0f ms, longest %.0f ms"
                .formatted(kind, nanos.size(), byStatus, millis(50), millis(99), millis(100));
    }
}
