package org.isthmus.gateway.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/** Who asks something of a service: what of it waits, what is under way, and how much of the service's time that is. */
final class Client {

    /** As a request that is under way counts until it is answered. */
    private static final double EXPECTED = 1_000_000;

    record Waiting(Turns.Asker asker, long since) {}

    final String name;
    final Deque<Waiting> waiting = new ArrayDeque<>();
    int unanswered;
    int underWay;

    /** Nanoseconds of late, given or refused; what is long ago counts less. */
    double asked;

    Client(String name) {
        this.name = name;
    }

    double demand() {
        return asked + unanswered * EXPECTED;
    }

    /** Nothing of it is left to remember. */
    boolean isGone() {
        return underWay == 0 && waiting.isEmpty() && asked < EXPECTED;
    }
}
