package org.isthmus.kit.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.isthmus.kit.EssentialThread;
import org.isthmus.kit.query.Outages;
import org.jboss.logging.Logger;

/**
 * Applies each event once, in a transaction of its own.
 *
 * <p>What is wrong around an event (the database is away or busy, the service is ending) is tried again as long as it
 * lasts: the event keeps its place, and nothing behind it in its partition is taken. What is wrong with the event itself
 * waits apart, and those of its key behind it, while the partition moves on: what it names may arrive ({@link
 * WaitingEvents}). One that can't be read is given up at once: it goes to {@code <topic>.dead-letter} with the reason, and
 * the health check and a gauge show it until it is sent again ({@link DeadLetters}).
 */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final Duration[] PAUSES = {Duration.ofMillis(100), Duration.ofMillis(500)};
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

    private final Inbox inbox;
    private final ObjectMapper json;
    private final EventSender sender;
    private final DeadLetters dead;
    private final WaitingTable waiting;
    private final CopyProgress copies;
    private final DigestListener digests;
    private final Semaphore begun = new Semaphore(Integer.MAX_VALUE);
    private volatile boolean ending;

    /** Exact decimals travel as strings in events as in the API; a reader may take them as numbers. */
    Deliveries(
            Inbox inbox,
            ObjectMapper json,
            EventSender sender,
            DeadLetters dead,
            WaitingTable waiting,
            CopyProgress copies,
            DigestListener digests) {
        this.inbox = inbox;
        this.json = json.copy();
        this.json
                .coercionConfigFor(LogicalType.Float)
                .setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
        this.sender = sender;
        this.dead = dead;
        this.waiting = waiting;
        this.copies = copies;
        this.digests = digests;
    }

    /** Before the pools close: what has begun is finished, nothing new begins. */
    void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        ending = true;
        if (!begun.tryAcquire(Integer.MAX_VALUE, PATIENCE_AT_THE_END.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("an event is still being applied; it will come again");
        }
    }

    public void handle(ConsumerRecord<String, String> record, Consumer<Delivery> effect) {
        try {
            deliver(record, effect);
        } catch (Error fatal) {
            EssentialThread.end("the consumer of " + record.topic(), fatal, Runtime.getRuntime()::halt);
        }
    }

    private void deliver(ConsumerRecord<String, String> record, Consumer<Delivery> effect) {
        int refusals = 0;
        for (int outages = 0; ; ) {
            boolean waits = refusals == PAUSES.length;
            try {
                apply(record, effect, waits);
                return;
            } catch (RuntimeException e) {
                if (ending || Outages.isOutage(e)) {
                    LOG.warnf("event on %s waits: %s", record.topic(), e.getMessage());
                    pause(pauseOf(outages++));
                } else if (e instanceof IllegalArgumentException || waits) {
                    giveUp(record, e);
                    return;
                } else {
                    LOG.infof("event on %s failed, trying again: %s", record.topic(), e.getMessage());
                    pause(PAUSES[refusals++]);
                }
            }
        }
    }

    /** @param waits whether it was tried often enough, and waits for what it names */
    private void apply(ConsumerRecord<String, String> record, Consumer<Delivery> effect, boolean waits) {
        if (!begun.tryAcquire()) {
            throw new IllegalStateException("the service is shut down");
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Delivery event = delivery(record, false);
                if (waits) {
                    waiting.add(record);
                    return;
                }
                switch (inbox.take(event, Long.MAX_VALUE)) {
                    case NEW -> {
                        if (event.isDigest()) {
                            digests.heard(event);
                        } else {
                            effect.accept(event);
                        }
                    }
                    case BEHIND -> waiting.add(record);
                    case KNOWN -> {} // applied before
                }
            });
        } finally {
            begun.release();
        }
    }

    Delivery delivery(ConsumerRecord<String, String> record, boolean isLastAttempt) {
        return new Delivery(record, json, isLastAttempt, copies);
    }

    /** Of one that waits: whether it was not applied meanwhile. */
    boolean isNew(Delivery event, long place) {
        return inbox.take(event, place) == Inbox.Place.NEW;
    }

    private static Duration pauseOf(int outages) {
        return outages < PAUSES.length ? PAUSES[outages] : LONGEST_PAUSE;
    }

    /** A service that ends holds its event until the process is gone: an answer of any kind would move its place. */
    private void pause(Duration pause) {
        do {
            LockSupport.parkNanos(pause.toNanos());
        } while (ending);
    }

    /** It keeps its place until the dead letters have it. */
    private void giveUp(ConsumerRecord<String, String> record, RuntimeException reason) {
        LOG.errorf(reason, "event %s/%d/%d is given up", record.topic(), record.partition(), record.offset());
        for (int tries = 0; ; tries++) {
            try {
                sender.sendDeadLetter(record, String.valueOf(reason.getMessage()));
                dead.count(record.topic());
                return;
            } catch (RuntimeException e) {
                LOG.warnf("a dead letter of %s waits: %s", record.topic(), e.getMessage());
                pause(pauseOf(tries));
            }
        }
    }
}
