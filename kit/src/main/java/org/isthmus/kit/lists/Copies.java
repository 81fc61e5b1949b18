package org.isthmus.kit.lists;

import org.isthmus.kit.query.Query;

/**
 * Copies of what another service owns, as SQL over the rows of a {@link ViewTable} beside which they stand.
 *
 * @param function of an id and a time, null for now; its row has {@code version} and {@code recorded_at}; empty: no copies
 * @param show of a stored body and that row: the body that readers get
 * @param byAudience whether the function also takes whether an official asks
 */
public record Copies(String function, String show, boolean byAudience) {

    static final Copies NONE = new Copies("", "", false);

    public static Copies of(String function, String show) {
        return new Copies(function, show, false);
    }

    /** What stands beside depends on who asks. */
    public static Copies byAudience(String function, String show) {
        return new Copies(function, show, true);
    }

    private Query at(Query time, boolean isOfficial) {
        return Query.of("%s(id, ".formatted(function)).add(time).add(byAudience ? ", %s)".formatted(isOfficial) : ")");
    }

    Query body(String column, Query time, boolean isOfficial) {
        return function.isEmpty()
                ? Query.of(column)
                : Query.of("%s(%s, ".formatted(show, column))
                        .add(at(time, isOfficial))
                        .add(")");
    }

    /** The version of what is shown with a row at a time; 0 where there is nothing. */
    public Query version(Query time, boolean isOfficial) {
        return function.isEmpty()
                ? Query.of("0")
                : Query.of("coalesce((").add(at(time, isOfficial)).add(").version, 0)");
    }

    /** When what is shown at a time was recorded. */
    public Query recordedAt(Query time, boolean isOfficial) {
        return function.isEmpty()
                ? Query.of("recorded_at")
                : Query.of("greatest(recorded_at, (").add(at(time, isOfficial)).add(").recorded_at)");
    }
}
