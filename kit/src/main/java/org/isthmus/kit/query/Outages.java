package org.isthmus.kit.query;

import java.sql.SQLException;
import java.util.Set;

/** Tells what is wrong around a request or an event (the database is away, overloaded or busy) from a bug or a refusal. */
public final class Outages {

    /** Serialization failure, deadlock, lock not available: the same again may well succeed. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

    private Outages() {}

    public static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql) || isClosed(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Connection failures (class 08), too few resources (53), shutdown (57P), and the pool's own time-out, which has no state. */
    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            String message = String.valueOf(e.getMessage());
            return message.contains("cquisition timeout") || message.contains("closed") || message.contains("shut");
        }
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || CONTENTION.contains(state);
    }

    /** A pool or a persistence unit that ended before those who use it. */
    private static boolean isClosed(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return e instanceof IllegalStateException && (message.contains("closed") || message.contains("shut down"));
    }
}
