package org.isthmus.funding.commitment;

import java.util.ArrayList;
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
    private final List<NewCommitment> asked;
    private final List<Commitment> made = new ArrayList<>();
    private Commitments.@Nullable Known known;
    private @Nullable Map<UUID, DrawableAllocation> open;

    CommitmentsOfRequest(
            Commitments commitments, DrawableAllocations drawables, Set<UUID> actions, List<NewCommitment> asked) {
        this.commitments = commitments;
        this.drawables = drawables;
        this.actions = actions;
        this.asked = asked;
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
        faults.require(
                known().references().add(reference),
                "/reference",
                "reference-taken",
                "There is a commitment %s already; a reference is never used again.".formatted(reference));
    }

    /** The action that the project implements, when that is known. */
    @Nullable
    UUID actionOf(UUID project) {
        return known().actions().get(project);
    }

    /** Takes the project's one place for a commitment of the past; false when it has one, or a row before asked for it. */
    boolean takeHistory(UUID project) {
        return known().withHistory().add(project);
    }

    private Commitments.Known known() {
        if (known == null) {
            known = commitments.known(asked);
        }
        return known;
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
