package org.isthmus.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/** Counts to 35, ten at a step; to count one twice is an error. It can be made to fail at the end of its steps. */
@ApplicationScoped
class CountThings implements Job {

    static final String NAME = "count-things";
    private static final int THINGS = 35;
    private static final int STEP = 10;

    private final AtomicInteger failuresToCome = new AtomicInteger();
    private final DataSource database;

    CountThings(DataSource database) {
        this.database = database;
    }

    AtomicInteger failuresToCome() {
        return failuresToCome;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> step(String subject, String cursor) {
        int from = cursor.isEmpty() ? 1 : Integer.parseInt(cursor) + 1;
        int to = Math.min(THINGS, from + STEP - 1);
        Query.of(
                        "insert into counted (subject, thing) select ?, thing from generate_series(?, ?) thing",
                        subject,
                        from,
                        to)
                .execute(database);
        if (from > 1 && failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("something is in the way");
        }
        return to == THINGS ? Optional.empty() : Optional.of(Integer.toString(to));
    }
}
