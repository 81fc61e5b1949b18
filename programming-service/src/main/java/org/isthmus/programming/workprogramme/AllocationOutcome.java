package org.isthmus.programming.workprogramme;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.Allocation;
import org.jspecify.annotations.Nullable;

/** What the ledger answered about an action: what is allocated now, or why more is not. */
public sealed interface AllocationOutcome {

    UUID actionId();

    Allocation applied(@Nullable Allocation before);

    /** So much is allocated to the action now, from that day on. */
    record Booked(UUID actionId, Money amount, @Nullable UUID movementId, LocalDate movementOn)
            implements AllocationOutcome {
        @Override
        public Allocation applied(@Nullable Allocation before) {
            return Allocation.booked(amount, movementId);
        }
    }

    /** What was asked for is refused; what was allocated before stands. */
    record Refused(UUID actionId, @Nullable Money requested, String code, String detail) implements AllocationOutcome {
        @Override
        public Allocation applied(@Nullable Allocation before) {
            return Allocation.refused(before, requested, code, detail);
        }
    }
}
