package org.isthmus.kit.retention;

import java.time.Instant;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/**
 * A rule that is one statement.
 *
 * @param statement takes an instant and a number of rows, and answers in {@code ended} how many it ended
 */
record StatementRule(String name, DataSource database, String statement) implements RetentionRule {

    @Override
    public int end(Instant before, int most) {
        return Query.of("/* job */ " + statement, before, most).only(database, row -> row.integer("ended"));
    }
}
