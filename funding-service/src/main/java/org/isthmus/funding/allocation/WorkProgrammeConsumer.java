package org.isthmus.funding.allocation;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.attribution.WorkProgramme;
import org.isthmus.funding.booking.Booking;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Money;

/**
 * A work programme was adopted, which is the financing decision, or amended: each action's allocation is brought to the
 * amount that it names, or refused with every reason. Who is told of a text again learns it again and books nothing: since
 * then, an officer may have allocated more, or undone it.
 */
@ApplicationScoped
class WorkProgrammeConsumer implements EventConsumer {

    private static final String ADOPTED = "eu.isthmus.programming.work-programme.adopted.v1";
    private static final String AMENDED = "eu.isthmus.programming.work-programme.amended.v1";
    private static final String BY = "programming-service";

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final KnownActions actions;
    private final Allocations allocations;
    private final Booking booking;
    private final Clock clock;

    WorkProgrammeConsumer(
            Deliveries deliveries,
            Inbox inbox,
            KnownActions actions,
            Allocations allocations,
            Booking booking,
            Clock clock) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.actions = actions;
        this.allocations = allocations;
        this.booking = booking;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return KnownActions.TOPIC;
    }

    @Incoming("work-programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        boolean adopted = event.type().equals(ADOPTED);
        if ((adopted || event.type().equals(AMENDED)) && inbox.isNewest(event)) {
            WorkProgramme programme = event.read(WorkProgramme.class);
            boolean decides = actions.isNewEdition(programme);
            List<KnownAction> affected = new ArrayList<>(actions.learn(programme));
            if (decides) {
                affected.addAll(actions.inOrder(programme));
                bookAllocations(affected, programme, adopted);
            }
        }
    }

    private void bookAllocations(List<KnownAction> affected, WorkProgramme programme, boolean adopted) {
        Map<UUID, Money> totals = new HashMap<>();
        List<KnownAction> ordered = freeingFirst(affected);
        List<BookAllocation> decisions = ordered.stream()
                .map(action -> new BookAllocation(
                        action,
                        total -> action.decided(),
                        day(action, programme, adopted),
                        reason(action, programme),
                        BY,
                        allocations,
                        totals))
                .toList();
        List<Booking.Outcome<AllocationView>> outcomes = booking.bookWhatIsAllowed(decisions);
        for (int i = 0; i < ordered.size(); i++) {
            if (outcomes.get(i).booked() == null) {
                follow(ordered.get(i), outcomes.get(i).faults());
            }
        }
    }

    /** What gives money back to its line comes before what takes it, whatever the order of the document. */
    private List<KnownAction> freeingFirst(List<KnownAction> actions) {
        return actions.stream()
                .sorted(Comparator.comparing(action -> !allocations.frees(action)))
                .toList();
    }

    /**
     * That of the act that causes it: of the amendment, however old the decision is that the action rests on. One whose
     * day is not told counts from a decision that it names, or from when it is heard of.
     */
    private BookAllocation.Day day(KnownAction action, WorkProgramme programme, boolean adopted) {
        LocalDate amendedOn = programme.amendedOn();
        if (amendedOn != null) {
            return BookAllocation.Day.from(amendedOn);
        }
        LocalDate decidedOn = action.decidedOn();
        boolean known = adopted || programme.decidesAnew(action.id());
        return BookAllocation.Day.from(known && decidedOn != null ? decidedOn : LocalDate.now(clock));
    }

    private static String reason(KnownAction action, WorkProgramme programme) {
        return "Financing decision %s, work programme %s, version %d"
                .formatted(
                        action.decisionReference() == null ? "-" : action.decisionReference(),
                        programme.reference(),
                        programme.version());
    }

    /** Nothing was booked: either it was refused, or there was nothing to change. */
    private void follow(KnownAction action, List<Fault> faults) {
        if (faults.stream().anyMatch(fault -> fault.code().equals(BookAllocation.CHANGED))) {
            throw new IllegalStateException(Booking.summary(faults));
        }
        Allocation allocation = allocations.findByAction(action.id()).orElseGet(() -> new Allocation(action));
        if (!faults.isEmpty()) {
            allocation.refuse(new Allocation.Refused(
                    action.workProgrammeVersion(),
                    action.amount(),
                    faults.size() == 1 ? faults.getFirst().code() : "allocation-refused",
                    Booking.summary(faults),
                    faults));
            allocations.keep(allocation);
        } else if (!allocation.isNew()) {
            allocation.confirm(action);
            allocations.keep(allocation);
        }
    }
}
