package org.isthmus.kit.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.isthmus.kit.BackgroundWork;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps of open jobs, one after the other, each in a transaction that holds the job's row. It wakes after a
 * commit that started some and looks once a second as a net; each replica has one, and they share the jobs.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

    private static final String NEXT = """
            /* job */ select j.position, j.name, j.subject, j.cursor,
                   exists (select from job later where later.state = 'OPEN' and later.name = j.name
                              and later.subject = j.subject and later.position > j.position) as superseded
              from job j
             where j.state = 'OPEN' and j.due_at <= ? and j.name = any (?)
               and not exists (select from job former where former.state = 'OPEN' and former.name = j.name
                                  and former.subject = j.subject and former.position < j.position)
             order by j.due_at, j.position limit 1 for update of j skip locked
            """;
    private static final String STEPPED = """
            /* job */ update job set state = ?, cursor = ?, steps = steps + 1, failures = 0, problem = null, due_at = ?
            where position = ?
            """;
    /** The pauses double, up to about a minute. */
    private static final String FAILED = """
            /* job */ update job set failures = failures + 1, problem = left(?, 500),
                   due_at = cast(? as timestamptz) + interval '100 milliseconds' * power(2, least(failures, 9))
            where position = ?
            """;

    private final DataSource database;
    private final Clock clock;
    private final Map<String, Job> kinds;
    private final TransactionSynchronizationRegistry transaction;
    private final BackgroundWork work = new BackgroundWork("jobs", this::step);

    JobRunner(
            DataSource database,
            Clock clock,
            TransactionSynchronizationRegistry transaction,
            @Any Instance<Job> kinds) {
        this.database = database;
        this.clock = clock;
        this.transaction = transaction;
        this.kinds = kinds.stream().collect(Collectors.toMap(Job::name, Function.identity()));
    }

    void start(@Observes StartupEvent event) {
        if (!kinds.isEmpty()) {
            work.start();
        }
    }

    /** Before the pools close: a step that has begun is finished. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        work.stop(PATIENCE_AT_THE_END);
    }

    /** For the transaction that started some. */
    void wakeAfterCommit() {
        work.wakeAfterCommit(transaction);
    }

    private record Open(long position, String name, String subject, String cursor, boolean superseded) {

        static Open of(Row row) {
            return new Open(
                    row.number("position"),
                    row.text("name"),
                    row.text("subject"),
                    row.text("cursor"),
                    row.flag("superseded"));
        }
    }

    /** Whether there was one to take. */
    private boolean step() {
        AtomicReference<@Nullable Open> taken = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Open> open =
                        Query.of(NEXT, clock.instant(), kinds.keySet()).first(database, Open::of);
                taken.set(open.orElse(null));
                open.ifPresent(this::take);
                return open.isPresent();
            });
        } catch (RuntimeException e) {
            Open job = taken.get();
            if (job == null) {
                throw e;
            }
            LOG.warnf(e, "job %s of %s is tried again", job.name(), job.subject());
            Query.of(FAILED, e.toString(), clock.instant(), job.position()).execute(database);
            return true;
        }
    }

    private void take(Open job) {
        Optional<String> next = job.superseded()
                ? Optional.empty()
                : Objects.requireNonNull(kinds.get(job.name())).step(job.subject(), job.cursor());
        Query.of(
                        STEPPED,
                        next.isPresent() ? "OPEN" : "DONE",
                        next.orElse(job.cursor()),
                        clock.instant(),
                        job.position())
                .execute(database);
    }

    Iterable<String> names() {
        return kinds.keySet();
    }
}
