package org.isthmus.funding.allocation;

import static java.util.Objects.requireNonNull;

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

    /** The amount is all that the action now has. */
    record Booked(
            UUID actionId,
            int version,
            UUID workProgrammeId,
            int workProgrammeVersion,
            Money amount,
            UUID movementId,
            Line budgetLine)
            implements AllocationEvent {

        @Override
        public String type() {
            return "eu.isthmus.funding.allocation.booked.v1";
        }
    }

    /** As when booked; told after an amendment, an addition or a reversal. */
    record Changed(
            UUID actionId,
            int version,
            UUID workProgrammeId,
            int workProgrammeVersion,
            Money amount,
            UUID movementId,
            Line budgetLine)
            implements AllocationEvent {

        @Override
        public String type() {
            return "eu.isthmus.funding.allocation.changed.v1";
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
        return new Booked(
                allocation.actionId(),
                allocation.version(),
                allocation.workProgrammeId(),
                allocation.workProgrammeVersion(),
                allocation.amount(),
                requireNonNull(allocation.movementId()),
                line(allocation));
    }

    static AllocationEvent changed(Allocation allocation) {
        return new Changed(
                allocation.actionId(),
                allocation.version(),
                allocation.workProgrammeId(),
                allocation.workProgrammeVersion(),
                allocation.amount(),
                requireNonNull(allocation.movementId()),
                line(allocation));
    }

    static AllocationEvent refused(Allocation allocation) {
        RefusedAllocation why = requireNonNull(allocation.refusal());
        return new Refused(
                allocation.actionId(),
                allocation.version(),
                allocation.workProgrammeId(),
                why.workProgrammeVersion(),
                why.requested(),
                why.code(),
                why.detail());
    }

    private static Line line(Allocation allocation) {
        return new Line(requireNonNull(allocation.budgetLine()), allocation.year());
    }
}
