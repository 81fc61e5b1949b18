package org.isthmus.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.isthmus.funding.booking.ReversalListener;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.values.Money;

/** Brings allocations back to what they were before a movement that has been undone. */
@ApplicationScoped
class AllocationReversals implements ReversalListener {

    private final Allocations allocations;

    AllocationReversals(Allocations allocations) {
        this.allocations = allocations;
    }

    private record Correction(Money change, String line, int year) {}

    @Override
    public void reversed(Movement original, Movement reversal) {
        Map<UUID, Correction> corrections = new LinkedHashMap<>();
        for (Movement.Entry entry : reversal.entries()) {
            UUID action = entry.account().actionId();
            Integer year = entry.account().year();
            if (entry.measure() == EntryMeasure.ALLOCATED && action != null && year != null) {
                Money change = Money.euros(entry.value());
                corrections.merge(
                        action,
                        new Correction(change, entry.account().budgetLine(), year),
                        (a, b) -> a.change().isPositive()
                                ? new Correction(a.change().plus(b.change()), a.line(), a.year())
                                : new Correction(a.change().plus(b.change()), b.line(), b.year()));
            }
        }
        corrections.forEach((action, correction) -> allocations
                .findByAction(action)
                .ifPresent(allocation -> {
                    allocation.correct(correction.change(), correction.line(), correction.year(), reversal);
                    allocations.keep(allocation);
                }));
    }
}
