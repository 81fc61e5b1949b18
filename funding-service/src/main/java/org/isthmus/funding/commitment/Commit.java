package org.isthmus.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.allocation.DrawableAllocations;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** Commits money to projects: from the allocation of an action, or as the past left it. */
@ApplicationScoped
public class Commit implements MovementKind<NewCommitment> {

    private final Commitments commitments;
    private final DrawableAllocations drawables;
    private final FundingRules rules;

    Commit(Commitments commitments, DrawableAllocations drawables, FundingRules rules) {
        this.commitments = commitments;
        this.drawables = drawables;
        this.rules = rules;
    }

    @Override
    public Class<NewCommitment> body() {
        return NewCommitment.class;
    }

    @Override
    public void check(NewCommitment asked, String at, Faults faults) {
        FieldRules.check(asked, at, faults);
    }

    /** One decision per request; those of one batch know of each other. */
    @Override
    public List<Decision<CommitmentView>> decisions(List<NewCommitment> asked, String by) {
        Set<UUID> actions = asked.stream()
                .filter(one -> !one.isHistorical())
                .map(NewCommitment::actionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, DrawableAllocation> found = drawables.of(actions);
        CommitmentsOfRequest ofRequest = new CommitmentsOfRequest(commitments, drawables, actions, asked);
        return asked.stream()
                .<Decision<CommitmentView>>map(one -> one.isHistorical()
                        ? new BookHistoricalCommitment(one, by, ofRequest)
                        : new BookIndividualCommitment(one, drawable(found, one), by, ofRequest, rules.yearsToSign()))
                .toList();
    }

    private static @Nullable DrawableAllocation drawable(Map<UUID, DrawableAllocation> drawables, NewCommitment asked) {
        return asked.actionId() == null ? null : drawables.get(asked.actionId());
    }
}
