package org.isthmus.funding.commitment;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.funding.allocation.Allocations;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.kit.rules.Faults;

/** Commits money to projects, in each way that a room offers. */
@ApplicationScoped
public class Commit implements MovementKind<NewCommitment> {

    private final Commitments commitments;
    private final Allocations allocations;
    private final Map<CommitmentKind, OfferedCommitment> offered;

    Commit(Commitments commitments, Allocations allocations, @All List<OfferedCommitment> offered) {
        this.commitments = commitments;
        this.allocations = allocations;
        this.offered = offered.stream().collect(Collectors.toMap(OfferedCommitment::kind, Function.identity()));
    }

    @Override
    public Class<NewCommitment> body() {
        return NewCommitment.class;
    }

    @Override
    public void check(NewCommitment asked, String at, Faults faults) {
        of(asked).check(asked, at, faults);
    }

    /** One decision per request; those of one batch know of each other. */
    @Override
    public List<Decision<CommitmentView>> decisions(List<NewCommitment> asked, String by) {
        CommitmentsOfRequest ofRequest = new CommitmentsOfRequest(commitments, allocations, asked);
        return asked.stream().map(one -> of(one).decision(one, by, ofRequest)).toList();
    }

    private OfferedCommitment of(NewCommitment asked) {
        return Objects.requireNonNull(offered.get(asked.kind()));
    }
}
