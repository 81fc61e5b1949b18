package org.isthmus.kit.http;

import java.sql.SQLException;

/** Tells an outage (the database is away or overloaded) from a bug. */
final class Outages {

    private Outages() {}

    static boolean isOutage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Connection failures (class 08), too many connections, shutdown, and the pool's own time-out, which has no state. */
    private static boolean isOutage(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return String.valueOf(e.getMessage()).contains("cquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }
}
