package org.isthmus.kit.query;

import javax.sql.DataSource;

/** Locks of an installation by name, held until the transaction ends. Those of other schemas of the database are others. */
public final class Locks {

    /** The key of a named lock; the name is its only value. */
    public static final String KEY = "hashtextextended(current_schema() || ' ' || ?, 0)";

    private Locks() {}

    /** Whether nobody else has it. */
    public static boolean tryLock(DataSource database, String name) {
        return Query.of("/* job */ select pg_try_advisory_xact_lock(%s) as mine".formatted(KEY), name)
                .only(database, row -> row.flag("mine"));
    }

    /** Waits until nobody else has it. */
    public static void lock(DataSource database, String name) {
        Query.of("select 1 as mine from pg_advisory_xact_lock(%s)".formatted(KEY), name)
                .only(database, row -> row.integer("mine"));
    }
}
