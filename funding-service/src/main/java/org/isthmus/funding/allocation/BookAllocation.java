package org.isthmus.funding.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Brings an action's allocation to a total: from its line and year, after its financing decision, within the
 * appropriations, and never below what is committed of it already.
 *
 * <p>When the work programme names another line or year, all of it moves there.
 */
final class BookAllocation implements Decision<AllocationView> {

    /** Something that the decision was prepared with is not so any more; asked again it may be booked. */
    static final String CHANGED = "changed-meanwhile";

    /** From when an allocation counts: on that day, or on the first later one that the books can bear. */
    record Day(LocalDate on, boolean orLater) {

        static Day exactly(LocalDate on) {
            return new Day(on, false);
        }

        static Day from(LocalDate on) {
            return new Day(on, true);
        }
    }

    private final KnownAction action;
    private final UnaryOperator<Money> total;
    private final Day day;
    private final String reason;
    private final String by;
    private final Allocations allocations;
    private final Map<UUID, Money> totals;
    private final SourceChange expected;

    /** @param totals what the rows before it in the same batch made of the allocations */
    BookAllocation(
            KnownAction action,
            UnaryOperator<Money> total,
            Day day,
            String reason,
            String by,
            Allocations allocations,
            Map<UUID, Money> totals) {
        this.action = action;
        this.total = total;
        this.day = day;
        this.reason = reason;
        this.by = by;
        this.allocations = allocations;
        this.totals = totals;
        this.expected = SourceChange.of(action, allocations.bookedSource(action));
    }

    @Override
    public List<AccountKey> accounts() {
        return expected.accounts();
    }

    @Override
    public LocalDate effectiveOn() {
        return day.on();
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        SourceChange.Booked booked = allocations.bookedSource(action);
        SourceChange sources = SourceChange.of(action, booked);
        if (booked.workProgrammeVersion() != action.workProgrammeVersion()
                || !accounts().containsAll(sources.accounts())) {
            faults.add(
                    "/actionId",
                    CHANGED,
                    "%s was changed at the same moment; ask again.".formatted(action.reference()));
            return null;
        }
        Money current = totals.computeIfAbsent(action.id(), allocations::total);
        Money asked = total.apply(current);
        AllocationRules.check(action, asked, day.on(), faults);
        if (sources.now() == null || asked.signum() < 0) {
            return null;
        }
        checkBooks(sources, sources.now(), books, current, asked, faults);
        List<Leg> legs = sources.legs(current, asked);
        if (!faults.isEmpty() || legs.isEmpty()) {
            return null;
        }
        totals.put(action.id(), asked);
        LocalDate on = day.orLater() ? books.firstDay(legs, day.on()) : day.on();
        return Posting.of(MovementType.ALLOCATE, on, reason, by, legs);
    }

    private static void checkBooks(
            SourceChange sources,
            SourceChange.BudgetSource now,
            Books books,
            Money current,
            Money asked,
            Faults faults) {
        Money change = asked.minus(current);
        if (asked.isPositive()) {
            AllocationRules.checkAppropriation(now, books, sources.isMove() ? asked : change, faults);
        }
        if (sources.isMove() || change.signum() < 0) {
            AllocationRules.checkCommitted(
                    sources.old() == null ? now : sources.old(),
                    books,
                    sources.isMove() ? current : change.negated(),
                    asked,
                    faults);
        }
    }

    @Override
    public AllocationView booked(Movement movement) {
        Allocation allocation = allocations.findByAction(action.id()).orElseGet(() -> new Allocation(action));
        Money change = Money.zero(Money.EUR);
        for (Movement.Entry entry : movement.entries()) {
            change = entry.measure() == EntryMeasure.ALLOCATED ? change.plus(Money.euros(entry.value())) : change;
        }
        allocation.book(action, allocation.amount().plus(change), movement);
        return allocations.keep(allocation);
    }
}
