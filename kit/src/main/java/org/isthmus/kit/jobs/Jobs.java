package org.isthmus.kit.jobs;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/** Starts jobs, in the transaction that gives cause to them; they run after it has committed. */
@ApplicationScoped
public class Jobs {

    private final DataSource database;
    private final Clock clock;
    private final JobRunner runner;

    Jobs(DataSource database, Clock clock, JobRunner runner) {
        this.database = database;
        this.clock = clock;
        this.runner = runner;
    }

    /** One job for each subject, such as the id of what changed. */
    @Transactional(MANDATORY)
    public void start(String name, Collection<?> subjects) {
        Query.batch(
                database,
                "insert into job (name, subject, started_at, due_at) values (?, ?, ?, ?)",
                subjects.stream()
                        .distinct()
                        .map(subject -> List.<Object>of(name, subject.toString(), clock.instant(), clock.instant()))
                        .collect(Collectors.toList()));
        if (!subjects.isEmpty()) {
            runner.wakeAfterCommit();
        }
    }
}
