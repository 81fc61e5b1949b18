package org.isthmus.kit.framing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How often each client was refused within this second. */
final class RefusalCount {

    private static final int OFTEN = 50;
    private static final long SECOND = 1_000_000_000;

    private final LongSupplier clock;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile long second;

    RefusalCount(LongSupplier clock) {
        this.clock = clock;
    }

    /** Counts one more; true for who is refused again and again without taking notice. */
    boolean isOften(String client) {
        long now = Math.floorDiv(clock.getAsLong(), SECOND);
        if (now != second) {
            second = now;
            counts.clear();
        }
        return counts.merge(client, 1, Integer::sum) > OFTEN;
    }
}
