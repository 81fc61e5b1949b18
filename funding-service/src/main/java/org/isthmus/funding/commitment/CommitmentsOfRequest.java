package org.isthmus.funding.commitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.allocation.DrawableAllocations;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What the promises of one request share: drawables and references as they are once the books are locked, and the commitments
 * made so far, written at the end.
 */
final class CommitmentsOfRequest {

    private final Commitments commitments;
    private final DrawableAllocations drawables;
    private final Set<UUID> actions;
    private final List<String> references;
    private final List<Commitment> made = new ArrayList<>();
    private @Nullable Set<String> taken;
    private @Nullable Map<UUID, DrawableAllocation> open;

    CommitmentsOfRequest(
            Commitments commitments, DrawableAllocations drawables, Set<UUID> actions, List<String> references) {
        this.commitments = commitments;
        this.drawables = drawables;
        this.actions = actions;
        this.references = references;
    }

    /** As it stands once the books are locked; a work programme may have changed it while the request waited. */
    @Nullable
    DrawableAllocation drawable(@Nullable UUID action) {
        if (open == null) {
            open = drawables.of(actions);
        }
        return action == null ? null : open.get(action);
    }

    /** Takes a reference, or notes that there is one: a commitment, looked up once the books are locked, or a row before. */
    void take(String reference, Faults faults) {
        if (taken == null) {
            taken = new HashSet<>(commitments.taken(references));
        }
        faults.require(
                taken.add(reference),
                "/reference",
                "reference-taken",
                "There is a commitment %s already; a reference is never used again.".formatted(reference));
    }

    CommitmentView add(Commitment commitment) {
        made.add(commitment);
        return CommitmentView.of(commitment);
    }

    /** Does nothing the second time. */
    void write() {
        if (!made.isEmpty()) {
            commitments.keepNew(List.copyOf(made));
            made.clear();
        }
    }
}
