package org.isthmus.kit.commands;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/** Forgets the answers to idempotency keys after 30 days. */
@ApplicationScoped
class ForgetIdempotencyKeys {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DataSource database;
    private final Clock clock;

    ForgetIdempotencyKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Query.of(
                        "/* job */ delete from idempotency_key where created_at < ?",
                        clock.instant().minus(KEPT))
                .execute(database);
    }
}
