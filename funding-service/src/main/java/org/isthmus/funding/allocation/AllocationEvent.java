package org.isthmus.funding.allocation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What other services learn about allocations. Contract: {@code contracts/events/funding.allocations/}. */
sealed interface AllocationEvent extends Event {

    UUID actionId();

    @Override
    default Envelope envelope() {
        return new Envelope("funding.allocations", type(), actionId());
    }

    /** What happened. */
    String type();

    /** A budget line and the year of its appropriations. */
    record Line(String code, int year) {}

    /**
     * The amount is all that the action now has: just booked, or after an amendment, an addition or a reversal.
     *
     * @param movementOn the day from which the movement counts that made it so
     */
    record State(
            @JsonIgnore boolean isNew,
            UUID actionId,
            int version,
            UUID workProgrammeId,
            int workProgrammeVersion,
            Money amount,
            UUID movementId,
            LocalDate movementOn,
            Line budgetLine)
            implements AllocationEvent {

        @Override
        public String type() {
            return "eu.isthmus.funding.allocation.%s.v1".formatted(isNew ? "booked" : "changed");
        }
    }

    /** The detail names every reason. What was booked before, if anything, stays booked. */
    record Refused(
            UUID actionId,
            int version,
            UUID workProgrammeId,
            int workProgrammeVersion,
            @Nullable Money requested,
            String code,
            String detail)
            implements AllocationEvent {

        @Override
        public String type() {
            return "eu.isthmus.funding.allocation.refused.v1";
        }
    }

    static AllocationEvent booked(Allocation allocation) {
        return state(allocation, true);
    }

    static AllocationEvent changed(Allocation allocation) {
        return state(allocation, false);
    }

    private static AllocationEvent state(Allocation allocation, boolean isNew) {
        return new State(
                isNew,
                allocation.actionId(),
                allocation.version(),
                allocation.workProgrammeId(),
                allocation.workProgrammeVersion(),
                allocation.amount(),
                requireNonNull(allocation.movementId()),
                requireNonNull(allocation.movementOn()),
                new Line(requireNonNull(allocation.budgetLine()), allocation.year()));
    }

    static AllocationEvent refused(Allocation allocation) {
        Allocation.Refused why = requireNonNull(allocation.refusal());
        return new Refused(
                allocation.actionId(),
                allocation.version(),
                allocation.workProgrammeId(),
                why.workProgrammeVersion(),
                why.requested(),
                why.code(),
                why.detail());
    }
}
