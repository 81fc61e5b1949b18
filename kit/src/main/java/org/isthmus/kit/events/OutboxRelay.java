package org.isthmus.kit.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends stored events to Kafka, oldest first, and marks each one once Kafka has it. At least once, in order.
 *
 * <p>It wakes after every commit that stored an event and looks once a second as a net. Two relays would interleave and
 * break the order, so one replica at a time holds a database lock while it sends. "Not yet sent" is the predicate, never
 * a position: an event that commits late is found too.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x0B0C5;
    private static final int BATCH = 200;
    /** Characters of payload after which a batch takes no further event. */
    private static final int BATCH_SIZE = 8 * 1024 * 1024;

    private final AgroalDataSource database;
    private final EventSender sender;
    private final Clock clock;
    private final Semaphore wakeups = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile Instant turned = Instant.EPOCH;

    OutboxRelay(AgroalDataSource database, EventSender sender, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.sender = sender;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = EssentialThread.start("outbox-relay", this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        wake();
    }

    /** Whether its thread lives. */
    boolean isAlive() {
        Thread relay = thread;
        return relay != null && relay.isAlive();
    }

    /** When it last began a turn. */
    Instant turned() {
        return turned;
    }

    void wake() {
        wakeups.release();
    }

    private void run() {
        while (running) {
            turned = clock.instant();
            try {
                boolean woken = wakeups.tryAcquire(1, TimeUnit.SECONDS);
                if (woken) {
                    wakeups.drainPermits();
                }
                while (running && relayBatch()) {
                    LOG.debug("more to send");
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf("events wait in the outbox: %s", e.getMessage());
            }
        }
    }

    /** Whether it sent some, so that there may be more. */
    private boolean relayBatch() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<OutboxRow> rows = isOnlyRelay(connection) ? oldest(connection) : List.of();
                if (!rows.isEmpty()) {
                    sender.send(rows);
                    markSent(connection, rows);
                }
                connection.commit();
                return !rows.isEmpty();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean isOnlyRelay(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("/* relay */ select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            ResultSet result = lock.executeQuery();
            return result.next() && result.getBoolean(1);
        }
    }

    private static List<OutboxRow> oldest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                /* relay */ select position, id, topic, key, version, type, payload, traceparent, occurred_at
                from outbox where sent_at is null order by position limit ?
                """)) {
            select.setInt(1, BATCH);
            select.setFetchSize(20);
            ResultSet result = select.executeQuery();
            List<OutboxRow> rows = new ArrayList<>();
            long size = 0;
            while (size < BATCH_SIZE && result.next()) {
                rows.add(new OutboxRow(
                        result.getLong("position"),
                        result.getObject("id", UUID.class),
                        result.getString("topic"),
                        result.getObject("key", UUID.class),
                        result.getInt("version"),
                        result.getString("type"),
                        result.getString("payload"),
                        result.getString("traceparent"),
                        result.getTimestamp("occurred_at").toInstant()));
                size += rows.getLast().payload().length();
            }
            return rows;
        }
    }

    private static void markSent(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("/* relay */ update outbox set sent_at = now() where position = any (?)")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::position).toArray()));
            update.executeUpdate();
        }
    }
}
