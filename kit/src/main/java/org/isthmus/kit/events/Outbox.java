package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.isthmus.kit.Ids;
import org.isthmus.kit.http.Traces;
import org.isthmus.kit.rules.Refusal;

/** Stores events in the transaction that caused them; the {@link OutboxRelay} sends them on afterwards. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (id, topic, key, version, type, payload, traceparent, occurred_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** What the topics take, with room for headers; see {@link Topics}. */
    static final int LARGEST = 11 * 1024 * 1024;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Traces traces;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    Outbox(
            AgroalDataSource database,
            ObjectMapper json,
            Clock clock,
            Traces traces,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.relay = relay;
        this.transaction = transaction;
    }

    @Transactional(MANDATORY)
    public void add(Event event) {
        addAll(List.of(event));
    }

    /** All of them in one round trip, in their order. */
    @Transactional(MANDATORY)
    public void addAll(List<? extends Event> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            String traceparent = traces.current().traceparent();
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            for (Event event : events) {
                insert.setObject(1, Ids.next());
                insert.setString(2, event.topic());
                insert.setObject(3, event.key());
                insert.setInt(4, event.version());
                insert.setString(5, event.type());
                insert.setString(6, write(event));
                insert.setString(7, traceparent);
                insert.setObject(8, now);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Events can't be stored: " + e.getMessage(), e);
        }
        transaction.registerInterposedSynchronization(new WakeAfterCommit(relay));
    }

    private String write(Event event) {
        try {
            String payload = json.writeValueAsString(event);
            if (payload.getBytes(UTF_8).length > LARGEST) {
                throw Refusal.tooLarge("event-too-large", "What others would be told of this is more than 11 MiB");
            }
            return payload;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + event.type(), e);
        }
    }

    private record WakeAfterCommit(OutboxRelay relay) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
