package org.isthmus.kit.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.BackgroundWork;
import org.isthmus.kit.query.Query;

/**
 * Numbers stored events in the order of their commits and sends them to Kafka in that order. At least once, in order.
 *
 * <p>It wakes after every commit that stored an event and looks once a second as a net. Two relays would interleave and
 * break the order, so one replica at a time holds the lock on the row that says how far the stream is. A number is given
 * and committed before it is sent, whether Kafka is there or not, and stays with its event. An event that commits late
 * gets a late number, so that nobody who reads on after a number misses it. Where a router reads the outbox and sends,
 * the relay only numbers.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final int BATCH = 200;
    /** Bytes of payload after which a batch takes no further event. */
    private static final int BATCH_SIZE = 8 * 1024 * 1024;

    private static final String IS_BEHIND =
            "/* relay */ select number > sent or exists (select from outbox_unnumbered) as behind from outbox_relay";
    private static final String TAKE_LOCK = "/* relay */ select 1 as mine from outbox_relay for update skip locked";
    private static final String NUMBER = """
            /* relay */ with fresh as (
                select r.number + row_number() over (order by o.position) as number, o.position, o.visible
                  from outbox_unnumbered u join outbox o on o.position = u.position cross join outbox_relay r),
            numbered as (
                insert into outbox_number (number, position, given_at)
                select f.number, f.position,
                       greatest(?, (select given_at from outbox_number where number = r.number))
                  from fresh f cross join outbox_relay r)
            update outbox_relay r
               set number = r.number + (select count(*) from fresh),
                   visible = coalesce((select max(f.number) from fresh f where f.visible), r.visible),
                   position = greatest(r.position, (select max(f.position) from fresh f)),
                   snapshot = pg_current_snapshot()
             where exists (select from fresh)
            """;
    private static final String NEXT = """
            /* relay */ select * from (
                select n.number, o.*, sum(octet_length(o.payload)) over (order by n.number) - octet_length(o.payload) as before
                  from (select number, position from outbox_number
                         where number > (select sent from outbox_relay) order by number limit ?) n
                  join outbox o using (position)) next
            where before < ? order by number
            """;

    private final DataSource database;
    private final EventSender sender;
    private final Clock clock;
    private final boolean isRouted;
    private final TransactionSynchronizationRegistry transaction;
    private final BackgroundWork work = new BackgroundWork("outbox-relay", this::relay);
    private volatile Instant turned = Instant.EPOCH;

    OutboxRelay(
            DataSource database,
            EventSender sender,
            Clock clock,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "isthmus.outbox.is-routed") boolean isRouted) {
        this.database = database;
        this.clock = clock;
        this.isRouted = isRouted;
        this.sender = sender;
        this.transaction = transaction;
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        work.stop(Duration.ZERO);
    }

    /** Whether its thread lives. */
    boolean isAlive() {
        return work.isAlive();
    }

    /** When it last looked. */
    Instant turned() {
        return turned;
    }

    /** For the transaction that stored an event. */
    void wakeAfterCommit() {
        work.wakeAfterCommit(transaction);
    }

    /** Whether there may be more to send. */
    private boolean relay() {
        turned = clock.instant();
        return isBehind() && relayBatch();
    }

    private boolean isBehind() {
        return Query.of(IS_BEHIND).only(database, row -> row.flag("behind"));
    }

    /** Whether it sent some, so that there may be more. */
    private boolean relayBatch() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (isOnlyRelay()) {
                Query.of(NUMBER, clock.instant()).execute(database);
                if (isRouted) {
                    Query.of("/* relay */ update outbox_relay set sent = number")
                            .execute(database);
                }
            }
        });
        return QuarkusTransaction.requiringNew().call(() -> {
            List<EventSender.Outgoing> rows = isOnlyRelay()
                    ? Query.of(NEXT, BATCH, BATCH_SIZE).list(database, EventSender.Outgoing::of)
                    : List.of();
            if (!rows.isEmpty()) {
                sender.send(rows);
                Query.of(
                                "/* relay */ update outbox_relay set sent = ?",
                                rows.getLast().number())
                        .execute(database);
            }
            return !rows.isEmpty();
        });
    }

    private boolean isOnlyRelay() {
        return Query.of(TAKE_LOCK).first(database, row -> row.integer("mine")).isPresent();
    }
}
