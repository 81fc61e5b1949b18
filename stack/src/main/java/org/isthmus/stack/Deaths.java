package org.isthmus.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.isthmus.stack.process.App;

/** When applications ended by themselves: the third time within a minute is one too many. */
final class Deaths {

    private static final int TOO_MANY = 3;
    private static final long WITHIN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<App, Deque<Long>> recent = new EnumMap<>(App.class);

    Deaths(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Counts one more. */
    synchronized boolean isOneTooMany(App app) {
        long now = nanos.getAsLong();
        Deque<Long> times = recent.computeIfAbsent(app, any -> new ArrayDeque<>());
        times.removeIf(time -> now - time >= WITHIN);
        times.add(now);
        return times.size() >= TOO_MANY;
    }
}
