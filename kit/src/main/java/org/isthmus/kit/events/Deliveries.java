package org.isthmus.kit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Applies each event once, in a transaction of its own.
 *
 * <p>A failing one is tried again with growing pauses; then it is given up: the channel's failure strategy sends it to
 * {@code <topic>.dead-letter} with the reason, the partition moves on, and the health check and a counter show it.
 */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final Duration[] PAUSES = {Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2)};

    private final Inbox inbox;
    private final ObjectMapper json;
    private final DeadLetters dead;

    /** Exact decimals travel as strings in events as in the API; a reader may take them as numbers. */
    Deliveries(Inbox inbox, ObjectMapper json, DeadLetters dead) {
        this.inbox = inbox;
        this.json = json.copy();
        this.json
                .coercionConfigFor(LogicalType.Float)
                .setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
        this.dead = dead;
    }

    public void handle(ConsumerRecord<String, String> record, Consumer<Delivery> effect) {
        for (int attempt = 0; ; attempt++) {
            Delivery event = new Delivery(record, json, attempt == PAUSES.length);
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (inbox.isNew(event)) {
                        effect.accept(event);
                    }
                });
                return;
            } catch (RuntimeException e) {
                if (attempt == PAUSES.length || e instanceof IllegalArgumentException) {
                    giveUp(record, e);
                    throw e;
                }
                LOG.infof("event on %s failed, trying again: %s", record.topic(), e.getMessage());
                LockSupport.parkNanos(PAUSES[attempt].toNanos());
            }
        }
    }

    private void giveUp(ConsumerRecord<String, String> record, RuntimeException e) {
        LOG.errorf(e, "event %s/%d/%d goes to the dead letters", record.topic(), record.partition(), record.offset());
        dead.add(record.topic());
    }
}
