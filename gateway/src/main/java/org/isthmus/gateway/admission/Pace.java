package org.isthmus.gateway.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much a service finishes in a second, and how long it usually takes for one request. */
final class Pace {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Answers that say what is usual. */
    private static final int OF_THE_LAST = 50;

    private final LongSupplier clock;
    private double usual;
    private long second;
    private int finished;
    private int finishedBefore;

    Pace(LongSupplier clock) {
        this.clock = clock;
    }

    void note(long nanos) {
        roll();
        finished++;
        usual += (nanos - usual) / OF_THE_LAST;
    }

    /** Nanoseconds. */
    double usual() {
        return usual;
    }

    /** How many requests it finishes in that time. */
    long within(long nanos) {
        roll();
        return Math.max(finished, finishedBefore) * nanos / SECOND;
    }

    private void roll() {
        long now = clock.getAsLong() / SECOND;
        if (now != second) {
            finishedBefore = now == second + 1 ? finished : 0;
            finished = 0;
            second = now;
        }
    }
}
