package org.isthmus.stack.machine;

import java.io.PrintStream;

/** What the user sees: one line per part, as it happens. */
public final class Screen {

    private final PrintStream out;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(line);
    }

    public void ready(String part, int port, long startedAtNanos) {
        double seconds = (System.nanoTime() - startedAtNanos) / 1e9;
        say("  %-18s ready after %4.1f s on port %d".formatted(part, seconds, port));
    }
}
