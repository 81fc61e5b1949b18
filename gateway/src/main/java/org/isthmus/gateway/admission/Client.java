package org.isthmus.gateway.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/** Who asks something of a service: what of it waits, what is under way, and how much of the service's time that is. */
final class Client {

    /** As a request that has only just begun counts, in nanoseconds. */
    private static final double EXPECTED = 1_000_000;

    record Waiting(Turns.Asker asker, long since) {}

    final String name;
    final Deque<Waiting> waiting = new ArrayDeque<>();
    int unanswered;
    int underWay;

    /** Nanoseconds of late, given or refused, of what has ended; what is long ago counts less. */
    double asked;

    /** Sum of the moments at which began what is unanswered. */
    private double begun;

    Client(String name) {
        this.name = name;
    }

    void begin(long now) {
        unanswered++;
        underWay++;
        begun += now;
    }

    void answered(long since) {
        unanswered--;
        begun -= since;
    }

    /** With what is under way, for as long as it has been. */
    double demand(long now) {
        return asked + unanswered * (EXPECTED + now) - begun;
    }

    /** Nothing of it is left to remember. */
    boolean isGone() {
        return underWay == 0 && waiting.isEmpty() && asked < EXPECTED;
    }
}
