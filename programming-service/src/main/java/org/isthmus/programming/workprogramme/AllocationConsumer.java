package org.isthmus.programming.workprogramme;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.ActionRegister;
import org.jspecify.annotations.Nullable;

/** Hears from the ledger what became of the money that adopted actions ask for, and shows it on the actions. */
@ApplicationScoped
class AllocationConsumer implements EventConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final ActionRegister actions;
    private final WorkProgrammes programmes;
    private final WorkProgrammeActions views;
    private final Event<AllocationOutcome> outcomes;

    AllocationConsumer(
            Deliveries deliveries,
            Inbox inbox,
            ActionRegister actions,
            WorkProgrammes programmes,
            WorkProgrammeActions views,
            Event<AllocationOutcome> outcomes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.actions = actions;
        this.programmes = programmes;
        this.views = views;
        this.outcomes = outcomes;
    }

    record Booked(UUID actionId, Money amount, @Nullable UUID movementId, LocalDate movementOn) {}

    record Refused(UUID actionId, @Nullable Money requested, String code, String detail) {}

    @Override
    public String topic() {
        return "funding.allocations";
    }

    @Incoming("funding-allocations")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.funding.allocation.booked.v1", "eu.isthmus.funding.allocation.changed.v1" -> {
                Booked booked = event.read(Booked.class);
                apply(
                        event,
                        new AllocationOutcome.Booked(
                                booked.actionId(), booked.amount(), booked.movementId(), booked.movementOn()));
            }
            case "eu.isthmus.funding.allocation.refused.v1" -> {
                Refused refused = event.read(Refused.class);
                apply(
                        event,
                        new AllocationOutcome.Refused(
                                refused.actionId(), refused.requested(), refused.code(), refused.detail()));
            }
            default -> {} // not for us
        }
    }

    private void apply(Delivery event, AllocationOutcome outcome) {
        if (!inbox.isNewest(event)) {
            return;
        }
        actions.workProgrammeOf(outcome.actionId())
                .flatMap(programmes::findLocked)
                .ifPresent(programme -> {
                    programme.hear(outcome).ifPresent(action -> {
                        programmes.all().save(programme);
                        views.showSome(programme, List.of(action));
                    });
                    outcomes.fire(outcome);
                });
    }
}
