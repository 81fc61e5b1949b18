package org.isthmus.funding.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Decision;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Measure;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Brings an action's allocation to a total: from its line and year, after its financing decision, within the
 * appropriations, and never below what is promised of it already.
 *
 * <p>When the work programme names another line or year, all of it moves there.
 */
final class SetAside implements Decision {

    private final KnownAction action;
    private final UnaryOperator<Money> total;
    private final LocalDate effectiveOn;
    private final String reason;
    private final String by;
    private final Allocations allocations;
    private final Map<UUID, Money> totals;
    private final @Nullable Place old;
    private final @Nullable Place now;

    /** @param totals what the rows before it in the same batch made of the allocations */
    SetAside(
            KnownAction action,
            UnaryOperator<Money> total,
            LocalDate effectiveOn,
            String reason,
            String by,
            Allocations allocations,
            Map<UUID, Money> totals) {
        this.action = action;
        this.total = total;
        this.effectiveOn = effectiveOn;
        this.reason = reason;
        this.by = by;
        this.allocations = allocations;
        this.totals = totals;
        this.old = allocations.place(action);
        this.now = action.budgetLine() == null ? old : new Place(action.budgetLine(), action.year(), action);
    }

    @Override
    public List<AccountKey> accounts() {
        List<AccountKey> accounts = new ArrayList<>();
        for (Place place : places()) {
            accounts.add(place.appropriation());
            accounts.add(place.allocation());
        }
        return accounts;
    }

    private List<Place> places() {
        if (now == null) {
            return List.of();
        }
        return old == null || old.isSame(now) ? List.of(now) : List.of(now, old);
    }

    @Override
    public LocalDate effectiveOn() {
        return effectiveOn;
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        Money current = totals.computeIfAbsent(action.id(), allocations::total);
        Money asked = total.apply(current);
        AllocationRules.check(action, asked, effectiveOn, faults);
        if (now == null || asked.signum() < 0) {
            return null;
        }
        Money change = asked.minus(current);
        List<Leg> legs = legs(current, asked);
        if (asked.isPositive()) {
            AllocationRules.checkAppropriation(now, books, isMove() ? asked : change, faults);
        }
        if (isMove() || change.signum() < 0) {
            AllocationRules.checkPromised(
                    isMove() && old != null ? old : now, books, isMove() ? current : change.negated(), asked, faults);
        }
        if (!faults.isEmpty() || legs.isEmpty()) {
            return null;
        }
        totals.put(action.id(), asked);
        return Posting.of(MovementType.ALLOCATE, effectiveOn, reason, by, legs);
    }

    private boolean isMove() {
        return old != null && now != null && !old.isSame(now);
    }

    private List<Leg> legs(Money current, Money asked) {
        List<Leg> legs = new ArrayList<>();
        if (isMove() && old != null) {
            add(legs, old, current.negated());
            add(legs, now, asked);
        } else {
            add(legs, now, asked.minus(current));
        }
        return legs;
    }

    private static void add(List<Leg> legs, @Nullable Place place, Money change) {
        if (place != null && change.signum() != 0) {
            legs.add(Leg.of(place.appropriation(), change.negated()));
            legs.add(Leg.of(place.allocation(), change).counted(Measure.ALLOCATED));
        }
    }

    @Override
    public AllocationView booked(Movement movement) {
        Allocation allocation = allocations.findByAction(action.id()).orElseGet(() -> new Allocation(action));
        boolean first = allocation.isNew();
        Money change = Money.zero(Money.EUR);
        for (Movement.Entry entry : movement.entries()) {
            change = entry.measure() == Measure.ALLOCATED ? change.plus(Money.euros(entry.value())) : change;
        }
        allocation.book(action, allocation.amount().plus(change), movement.id());
        return allocations.keep(allocation, first ? AllocationEvent::booked : AllocationEvent::changed);
    }
}
