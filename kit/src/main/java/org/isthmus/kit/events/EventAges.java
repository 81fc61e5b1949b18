package org.isthmus.kit.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/**
 * Since when the oldest event of this service waits to be sent, and the oldest that it heard waits to be applied; also the
 * metrics {@code isthmus.events.unsent.seconds} and {@code isthmus.events.waiting.seconds}, 0 where none waits.
 */
@ApplicationScoped
class EventAges {

    private static final String UNSENT = """
            /* relay */ select least(
                (select min(o.occurred_at) from outbox_unnumbered join outbox o using (position)),
                (select o.occurred_at from outbox_number n join outbox o using (position)
                  where n.number > (select sent from outbox_relay) order by n.number limit 1)) as since
            """;
    private static final String WAITING = "/* relay */ select min(since) as since from waiting_event";

    private final DataSource database;
    private final Clock clock;
    private final MeterRegistry metrics;

    EventAges(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    void measure(@Observes StartupEvent event) {
        metrics.gauge("isthmus.events.unsent.seconds", this, ages -> ages.seconds(ages.unsent()));
        metrics.gauge("isthmus.events.waiting.seconds", this, ages -> ages.seconds(ages.waiting()));
    }

    /** When the oldest was stored that Kafka does not have. */
    Optional<Instant> unsent() {
        return since(UNSENT);
    }

    /** Since when the oldest waits that can't be applied yet. */
    Optional<Instant> waiting() {
        return since(WAITING);
    }

    Duration age(Instant since) {
        return Duration.between(since, clock.instant());
    }

    private long seconds(Optional<Instant> since) {
        return since.map(this::age).map(Duration::toSeconds).orElse(0L);
    }

    private Optional<Instant> since(String statement) {
        return Query.of(statement).only(database, row -> Optional.ofNullable(row.findInstant("since")));
    }
}
