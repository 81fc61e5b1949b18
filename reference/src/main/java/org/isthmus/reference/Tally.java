package org.isthmus.reference;

import java.util.concurrent.atomic.AtomicInteger;

/** What was done so far: records added, relations made and projects published, and what was there before. */
final class Tally {

    private final AtomicInteger added = new AtomicInteger();
    private final AtomicInteger there = new AtomicInteger();

    void add() {
        added.incrementAndGet();
    }

    void find() {
        there.incrementAndGet();
    }

    int added() {
        return added.get();
    }

    int there() {
        return there.get();
    }
}
