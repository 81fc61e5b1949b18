package org.isthmus.kit.events;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.BackgroundWork;
import org.isthmus.kit.events.WaitingTable.Waiting;
import org.isthmus.kit.query.Outages;
import org.jboss.logging.Logger;

/**
 * Tries events again that name what is not known yet, until what they name has arrived, a consumer sees that its copy has
 * passed their time ({@link Delivery#mayStillHear}), or for a minute (R18); then they
 * are given up: a consumer refuses them for good, or they go to {@code <topic>.dead-letter} with the reason. Events of
 * other keys are not held up meanwhile.
 */
@ApplicationScoped
class WaitingEvents {

    private static final Logger LOG = Logger.getLogger(WaitingEvents.class);

    private final Deliveries deliveries;
    private final Map<String, EventConsumer> consumers;
    private final WaitingTable table;
    private final EventSender sender;
    private final DeadLetters dead;
    private final Clock clock;
    private final Duration patience;
    private final BackgroundWork work = new BackgroundWork("waiting-events", this::tryAgain);

    WaitingEvents(
            Deliveries deliveries,
            @All List<EventConsumer> consumers,
            WaitingTable table,
            EventSender sender,
            DeadLetters dead,
            Clock clock,
            @ConfigProperty(name = "isthmus.events.patience") Duration patience) {
        this.deliveries = deliveries;
        this.consumers = consumers.stream().collect(Collectors.toMap(EventConsumer::topic, Function.identity()));
        this.table = table;
        this.sender = sender;
        this.dead = dead;
        this.clock = clock;
        this.patience = patience;
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        work.stop(Duration.ofSeconds(5));
    }

    private boolean tryAgain() {
        table.due()
                .forEach(waiting -> Optional.ofNullable(
                                consumers.get(waiting.event().topic()))
                        .ifPresent(consumer -> tryAgain(waiting, consumer)));
        return false;
    }

    private void tryAgain(Waiting waiting, EventConsumer consumer) {
        boolean isLast = !clock.instant().isBefore(waiting.since().plus(patience));
        Delivery event = deliveries.delivery(waiting.event(), isLast);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (table.lock(waiting)) {
                    if (deliveries.isNew(event, waiting.place())) {
                        consumer.apply(event);
                    }
                    table.remove(waiting);
                }
            });
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            boolean isOver = isLast || e instanceof IllegalArgumentException;
            QuarkusTransaction.requiringNew().run(() -> {
                if (table.lock(waiting)) {
                    put(waiting, isOver, e);
                }
            });
        }
    }

    private void put(Waiting waiting, boolean isOver, RuntimeException reason) {
        if (isOver) {
            LOG.errorf(
                    reason,
                    "event on %s goes to the dead letters",
                    waiting.event().topic());
            sender.sendDeadLetter(waiting.event(), String.valueOf(reason.getMessage()));
            dead.count(waiting.event().topic());
            table.remove(waiting);
        } else {
            table.postpone(waiting);
        }
    }
}
