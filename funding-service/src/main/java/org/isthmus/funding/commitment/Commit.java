package org.isthmus.funding.commitment;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.funding.allocation.Allocations;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.attribution.KnownProjects;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Faults;

/** Commits money to projects, in each way that a room offers. */
@ApplicationScoped
public class Commit implements MovementKind<NewCommitment> {

    private final Commitments commitments;
    private final Allocations allocations;
    private final KnownProjects projects;
    private final CopyAge age;
    private final Map<CommitmentKind, OfferedCommitment> offered;

    Commit(
            Commitments commitments,
            Allocations allocations,
            KnownProjects projects,
            @All List<OfferedCommitment> offered,
            CopyAge age) {
        this.commitments = commitments;
        this.allocations = allocations;
        this.projects = projects;
        this.age = age;
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

    /** Refuses what a request lacks, together with what can be seen to be wrong with the rest of it. */
    void refuseFaulty(NewCommitment asked) {
        Faults faults = new Faults();
        check(asked, "", faults);
        if (!faults.isEmpty()) {
            Faults all = new Faults();
            meaning(asked, all);
            throw InvalidRequest.of(all.list());
        }
    }

    @Produces
    BodyCheck<NewCommitment> check() {
        return alone();
    }

    /** What its kind lacks, and what no project, no allocation, no other commitment and no currency allows. */
    @Override
    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    public void meaning(NewCommitment asked, Faults faults) {
        if (offered.containsKey(asked.kind())) {
            check(asked, "", faults);
        }
        if (asked.amount() != null) {
            Amounts.isPositive(asked.amount(), faults);
        }
        if (asked.projectId() != null) {
            projects.check("/projectId", asked.projectId(), faults);
        }
        UUID action = asked.actionId();
        if (asked.kind() == CommitmentKind.INDIVIDUAL && action != null) {
            faults.require(
                    !allocations.drawable(Set.of(action)).isEmpty(),
                    "/actionId",
                    "financing-decision-missing",
                    "No financing decision gives action %s money of a budget line. %s"
                            .formatted(action, age.words(KnownActions.TOPIC)));
        }
        if (asked.reference() != null) {
            commitments
                    .findByReference(asked.reference())
                    .ifPresent(other -> faults.add(
                            "/reference",
                            "reference-taken",
                            "%s is the reference of another commitment.".formatted(other.reference())));
        }
    }

    /** One decision per request; those of one batch know of each other. */
    @Override
    public List<Decision<CommitmentView>> decisions(List<NewCommitment> asked, String by) {
        CommitmentsOfRequest ofRequest = new CommitmentsOfRequest(commitments, allocations, projects, age, asked);
        return asked.stream().map(one -> of(one).decision(one, by, ofRequest)).toList();
    }

    private OfferedCommitment of(NewCommitment asked) {
        return Objects.requireNonNull(offered.get(asked.kind()));
    }
}
