package org.isthmus.kit.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Of equal questions that come at one moment one is answered, and the others wait for that. It knows which are dear from the
 * last time that they were answered, and of no more than there is room for.
 */
final class EqualQuestions {

    private static final int MOST = 1_000;

    /** Whoever has not answered by then never will. */
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private record Answering(CountDownLatch ended, long since) {}

    private final LongSupplier clock;
    private final Map<String, Boolean> dear = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Answering> open = new LinkedHashMap<>();

    EqualQuestions(LongSupplier clock) {
        this.clock = clock;
    }

    synchronized void note(String question) {
        dear.put(question, true);
        if (dear.size() > MOST) {
            dear.remove(dear.keySet().iterator().next());
        }
    }

    /** True for who is to answer it, and then tells of its {@link #end}; otherwise somebody else has done so, or takes too long. */
    boolean begin(String question, Duration patience) {
        Answering other = beginUnlessOpen(question);
        if (other == null) {
            return true;
        }
        try {
            other.ended().await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private synchronized @Nullable Answering beginUnlessOpen(String question) {
        if (!dear.containsKey(question)) {
            return null;
        }
        Answering other = open.get(question);
        if (other != null && clock.getAsLong() - other.since() < LONGEST) {
            return other;
        }
        open.put(question, new Answering(new CountDownLatch(1), clock.getAsLong()));
        return null;
    }

    synchronized void end(String question) {
        Answering own = open.remove(question);
        if (own != null) {
            own.ended().countDown();
        }
    }
}
