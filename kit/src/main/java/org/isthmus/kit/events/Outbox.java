package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.isthmus.kit.Ids;
import org.isthmus.kit.http.Traces;

/** Stores events in the transaction that caused them; the {@link OutboxRelay} sends them on afterwards. */
@ApplicationScoped
public class Outbox {

    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final Clock clock;
    private final Traces traces;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    Outbox(
            EntityManager entityManager,
            ObjectMapper json,
            Clock clock,
            Traces traces,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction) {
        this.entityManager = entityManager;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.relay = relay;
        this.transaction = transaction;
    }

    @Transactional(MANDATORY)
    public void add(Event event) {
        entityManager
                .createNativeQuery("""
                        insert into outbox (id, topic, key, version, type, payload, traceparent, occurred_at)
                        values (:id, :topic, :key, :version, :type, :payload, :traceparent, :at)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("topic", event.topic())
                .setParameter("key", event.key())
                .setParameter("version", event.version())
                .setParameter("type", event.type())
                .setParameter("payload", write(event))
                .setParameter("traceparent", traces.current().traceparent())
                .setParameter("at", clock.instant())
                .executeUpdate();
        transaction.registerInterposedSynchronization(new WakeAfterCommit(relay));
    }

    private String write(Event event) {
        try {
            return json.writeValueAsString(event);
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
