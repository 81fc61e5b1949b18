package org.isthmus.kit.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;

/** What jobs are behind with: by kind, in {@code /q/health} and as the metrics {@code isthmus.jobs.open} and {@code .age}. */
@Singleton
class OpenJobs {

    private static final String OPEN = """
            /* job */ select name, count(*) as jobs, min(started_at) as since, count(problem) as failing
              from job where state = 'OPEN' group by name order by name
            """;

    private final DataSource database;
    private final Clock clock;
    private final MeterRegistry metrics;

    OpenJobs(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Of one kind: how many are open, since when, and how many of them failed at their last step. */
    record Behind(String name, long jobs, Instant since, long failing) {

        static Behind of(Row row) {
            return new Behind(row.text("name"), row.number("jobs"), row.instant("since"), row.number("failing"));
        }
    }

    void measure(@Observes StartupEvent event, JobRunner runner) {
        for (String name : runner.names()) {
            metrics.gauge(
                    "isthmus.jobs.open",
                    List.of(Tag.of("job", name)),
                    this,
                    open -> open.of(name).stream().mapToLong(Behind::jobs).sum());
            metrics.gauge(
                    "isthmus.jobs.age.seconds",
                    List.of(Tag.of("job", name)),
                    this,
                    open -> open.of(name).stream()
                            .mapToLong(behind -> Duration.between(behind.since(), clock.instant())
                                    .toSeconds())
                            .sum());
        }
    }

    private List<Behind> of(String name) {
        return all().stream().filter(behind -> behind.name().equals(name)).toList();
    }

    List<Behind> all() {
        return Query.of(OPEN).list(database, Behind::of);
    }
}
