package org.isthmus.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The SQL statements that the application executes, to be counted by tests. */
public final class Statements {

    private static final List<String> EXECUTED = Collections.synchronizedList(new ArrayList<>());

    private Statements() {}

    static void executed(String sql) {
        if (!sql.startsWith("/* relay */") && !sql.startsWith("/* job */")) {
            EXECUTED.add(sql);
        }
    }

    /** What the application executed while the request ran; those of the outbox relay and of timed jobs do not count. */
    public static List<String> during(Runnable request) {
        EXECUTED.clear();
        request.run();
        synchronized (EXECUTED) {
            return List.copyOf(EXECUTED);
        }
    }
}
