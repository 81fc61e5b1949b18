package org.isthmus.kit.jobs;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.isthmus.kit.BackgroundWork;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jboss.logging.Logger;

/**
 * Takes the steps of open jobs, one after the other, each in a transaction that holds the job's row. It wakes after a
 * commit that started some and looks once a second as a net; each replica has one, and they share the jobs.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 9; // about a minute
    private static final int LONGEST_PROBLEM = 500;
    private static final Duration KEPT = Duration.ofDays(30);
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
    private static final String FAILED =
            "/* job */ update job set failures = failures + 1, problem = ?, due_at = ? where position = ?";

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

    /** A step of a job that did not succeed. */
    private static final class StepFailed extends RuntimeException {

        private final transient Open job;

        StepFailed(Open job, RuntimeException cause) {
            super(cause);
            this.job = job;
        }
    }

    /** Whether there was one to take. */
    private boolean step() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Open> open =
                        Query.of(NEXT, clock.instant(), kinds.keySet()).first(database, Open::of);
                open.ifPresent(this::take);
                return open.isPresent();
            });
        } catch (RuntimeException e) {
            fail(e);
            return true;
        }
    }

    private void take(Open job) {
        Optional<String> next = job.superseded() ? Optional.empty() : takeStep(job);
        Query.of(
                        STEPPED,
                        next.isPresent() ? "OPEN" : "DONE",
                        next.orElse(job.cursor()),
                        clock.instant(),
                        job.position())
                .execute(database);
    }

    private Optional<String> takeStep(Open job) {
        try {
            return Objects.requireNonNull(kinds.get(job.name())).step(job.subject(), job.cursor());
        } catch (RuntimeException e) {
            throw new StepFailed(job, e);
        }
    }

    private void fail(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StepFailed failed) {
                LOG.warnf(failed.getCause(), "job %s of %s is tried again", failed.job.name(), failed.job.subject());
                postpone(failed.job, String.valueOf(failed.getCause()));
                return;
            }
        }
        throw e;
    }

    private void postpone(Open job, String problem) {
        long failures = Query.of("/* job */ select failures from job where position = ?", job.position())
                .only(database, row -> row.number("failures"));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        String told = problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
        Query.of(FAILED, told, clock.instant().plus(pause), job.position()).execute(database);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        Query.of(
                        "/* job */ delete from job where state = 'DONE' and due_at < ?",
                        clock.instant().minus(KEPT))
                .execute(database);
    }

    Iterable<String> names() {
        return kinds.keySet();
    }
}
