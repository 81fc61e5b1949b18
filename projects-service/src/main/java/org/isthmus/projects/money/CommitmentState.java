package org.isthmus.projects.money;

import java.util.Objects;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as funding tells it: always its whole state, so the newest version replaces the one before.
 *
 * @param movementOn the day of the movement that made it so, as far as it is known
 * @param paid and what follows from it: absent of the past, of whose payments no source tells
 */
public record CommitmentState(
        UUID commitmentId,
        int version,
        String reference,
        UUID projectId,
        @Nullable UUID actionId,
        boolean historical,
        @Nullable PartialDate effectiveOn,
        String status,
        Money committed,
        Money decommitted,
        @Nullable Money paid,
        @Nullable Money recovered,
        @Nullable Money outstanding,
        @Nullable PartialDate movementOn) {

    static final String REVERSED = "REVERSED";

    public CommitmentState {
        Objects.requireNonNull(commitmentId, "commitmentId");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(committed, "committed");
        Objects.requireNonNull(decommitted, "decommitted");
        if (!historical) {
            Objects.requireNonNull(paid, "paid");
            Objects.requireNonNull(recovered, "recovered");
            Objects.requireNonNull(outstanding, "outstanding");
        }
    }

    /** What was not given back, where nobody knows what was paid of it. */
    Money left() {
        return outstanding == null ? committed.minus(decommitted) : outstanding;
    }

    /** It was booked in error and undone. */
    public boolean isReversed() {
        return status.equals(REVERSED);
    }
}
