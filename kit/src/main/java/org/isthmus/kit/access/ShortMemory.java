package org.isthmus.kit.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Texts by key for some seconds, until all are forgotten; the newest, as many as there is room for. */
final class ShortMemory {

    private static final int MOST = 500;
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final int LONGEST = 1 << 20;

    private record Kept(String text, long until) {}

    private final long nanos;
    private final LongSupplier clock;
    private final Map<String, Kept> byKey = new LinkedHashMap<>();
    private long characters;
    private long state;

    ShortMemory(Duration time, LongSupplier clock) {
        nanos = time.toNanos();
        this.clock = clock;
    }

    /** How often all was forgotten. */
    synchronized long state() {
        return state;
    }

    synchronized @Nullable String find(String key) {
        Kept kept = byKey.get(key);
        return kept == null || kept.until() - clock.getAsLong() <= 0 ? null : kept.text();
    }

    /** Keeps a text, unless all was forgotten since the state in which somebody began to make it. */
    synchronized void keep(String key, String text, long begun) {
        if (begun != state || nanos == 0 || text.length() > LONGEST) {
            return;
        }
        remove(key);
        byKey.put(key, new Kept(text, clock.getAsLong() + nanos));
        characters += text.length();
        while (byKey.size() > MOST || characters > MOST_CHARACTERS) {
            remove(byKey.keySet().iterator().next());
        }
    }

    private void remove(String key) {
        Kept before = byKey.remove(key);
        if (before != null) {
            characters -= before.text().length();
        }
    }

    synchronized void forget() {
        state++;
        byKey.clear();
        characters = 0;
    }
}
