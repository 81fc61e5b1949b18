package org.isthmus.funding.commitment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.funding.allocation.Allocations;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.attribution.KnownProjects;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What the commitments of one request share: allocations and references as they are once the books are locked, and those
 * made so far, written at the end.
 */
public final class CommitmentsOfRequest {

    private final Commitments commitments;
    private final Allocations allocations;
    private final KnownProjects projects;
    private final CopyAge age;
    private final Set<UUID> actions;
    private final List<NewCommitment> asked;
    private final List<Commitment> made = new ArrayList<>();
    private Commitments.@Nullable KnownCommitments known;
    private final Map<UUID, DrawableAllocation> before;
    private @Nullable Map<UUID, DrawableAllocation> open;

    CommitmentsOfRequest(
            Commitments commitments,
            Allocations allocations,
            KnownProjects projects,
            CopyAge age,
            List<NewCommitment> asked) {
        this.commitments = commitments;
        this.allocations = allocations;
        this.projects = projects;
        this.age = age;
        this.asked = asked;
        this.actions = asked.stream()
                .filter(one -> !one.isHistorical())
                .map(NewCommitment::actionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.before = allocations.drawable(actions);
    }

    /** Of when it is what is known of actions here, in words. */
    public String ageOfActions() {
        return age.words(KnownActions.TOPIC);
    }

    /** What can be drawn for an action, as it stood before the books were locked. */
    public @Nullable DrawableAllocation before(@Nullable UUID action) {
        return action == null ? null : before.get(action);
    }

    /** As it stands once the books are locked; a work programme may have changed it while the request waited. */
    public @Nullable DrawableAllocation drawable(@Nullable UUID action) {
        if (open == null) {
            open = allocations.drawable(actions);
        }
        return action == null ? null : open.get(action);
    }

    /** Notes what forbids the commitment, of any kind: its project, its reference, or what its project has been given. */
    public void take(NewCommitment one, Faults faults) {
        if (!known().projects().contains(one.projectId())) {
            faults.add(projects.unknown("/projectId", one.projectId()));
        }
        takeReference(one, faults);
        takeKind(one, faults);
    }

    /**
     * Takes the reference, or notes that it is taken by a commitment, looked up once the books are locked, or a row before.
     * One that was reversed leaves its reference to its project alone.
     */
    private void takeReference(NewCommitment one, Faults faults) {
        Optional<Commitments.Taken> taken = known().references().stream()
                .filter(reference -> reference.isKeptFrom(one))
                .findFirst();
        taken.ifPresent(by -> faults.add(
                "/reference",
                "reference-taken",
                by.project().equals(one.projectId())
                        ? "There is a commitment %s to this project already; reverse it before it is entered anew."
                                .formatted(by.reference())
                        : "%s is the reference of a commitment to another project.".formatted(by.reference())));
        if (taken.isEmpty()) {
            known().references().add(new Commitments.Taken(one.reference(), one.projectId(), false));
        }
    }

    /** The action that the project implements, when that is known. */
    public @Nullable UUID actionOf(UUID project) {
        return known().actions().get(project);
    }

    /**
     * Notes what would count a project's money twice, a row before included: it has one commitment of the past, or any
     * number that are kept here, and never both (R17, A2).
     */
    private void takeKind(NewCommitment one, Faults faults) {
        Set<CommitmentKind> kinds =
                known().kinds().computeIfAbsent(one.projectId(), any -> EnumSet.noneOf(CommitmentKind.class));
        boolean hasHistory = kinds.contains(CommitmentKind.HISTORICAL);
        faults.require(
                !hasHistory || !one.isHistorical(),
                "/projectId",
                Commitments.DUPLICATE_HISTORICAL,
                "The project has a commitment of the past already; a second one would count its money twice.");
        faults.require(
                kinds.isEmpty() || hasHistory == one.isHistorical(),
                "/projectId",
                "other-kind-committed",
                hasHistory
                        ? "The project has a commitment of the past, read in a document; another one would count its money"
                                + " twice. Reverse that one first."
                        : "The project has commitments that are kept here; one of the past would count their money"
                                + " twice.");
        kinds.add(one.kind());
    }

    private Commitments.KnownCommitments known() {
        if (known == null) {
            known = commitments.known(asked);
        }
        return known;
    }

    public CommitmentView add(Commitment commitment) {
        made.add(commitment);
        return CommitmentView.of(commitment);
    }

    /** Does nothing the second time. */
    public void write() {
        if (!made.isEmpty()) {
            commitments.keepNew(List.copyOf(made));
            made.clear();
        }
    }
}
