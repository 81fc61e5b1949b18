package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.projects.money.CommitmentConsumer.CommitmentLearnt;
import org.isthmus.projects.money.CommitmentConsumer.CommitmentRefused;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.projects.money.Commitments;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.values.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * The grants of projects between signature and books: a grant is booked, refused or reversed.
 *
 * <p>Only what becomes of the grant is a new version of the project: its money is a copy beside it.
 */
@ApplicationScoped
class ProjectGrants {

    private final Projects projects;
    private final ProjectChanges changes;
    private final ProjectReferences references;
    private final Commitments commitments;
    private final Codes codes;

    ProjectGrants(
            Projects projects,
            ProjectChanges changes,
            ProjectReferences references,
            Commitments commitments,
            Codes codes) {
        this.projects = projects;
        this.changes = changes;
        this.references = references;
        this.commitments = commitments;
        this.codes = codes;
    }

    /** One whose money the books hold already is booked at once, for they won't tell again. */
    void sign(Project project, Grant.Signature agreement) {
        references.check(agreement);
        // asked first: a query in between would make the signature a version of its own
        boolean isHeld =
                commitments.hold(project.id(), agreement.reference(), agreement.amount(), agreement.actionId());
        project.sign(agreement, isHeld);
        if (isHeld) {
            project.book(agreement.reference(), agreement.amount(), programme(agreement.actionId()));
        }
    }

    /** The commitments that hold money of other actions than this one for the project. */
    Collection<String> drawnFromOthers(Project project, @Nullable UUID action) {
        return commitments.held(project.id()).entrySet().stream()
                .filter(held -> held.getValue().filter(of -> !of.equals(action)).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Booked or changed, whichever comes first tells of the booking: each carries the whole state. */
    void on(@Observes CommitmentLearnt learnt) {
        CommitmentState state = learnt.state();
        Projects.Locked locked = projects.lockGrant(state.projectId()).orElse(Projects.Locked.NOTHING);
        boolean isGrant = !state.historical() && state.reference().equals(locked.grantReference());
        boolean isAwaited = locked.status() == ProjectStatus.PIPELINE || locked.isIncomplete();
        if (state.isReversed() ? learnt.isNew() && locked.status() != null : isGrant || isAwaited) {
            Project project = projects.all().get(state.projectId());
            if (follow(project, state)) {
                changes.save(List.of(project));
            }
        }
    }

    /** A state told again may find a grant that was signed after it was told first; what was undone since is not held. */
    private boolean follow(Project project, CommitmentState state) {
        Collection<String> held = commitments.held(project.id()).keySet();
        if (state.isReversed()) {
            boolean isFunded = !held.isEmpty() || isPaidOn(project.id());
            return project.undo(state.reference(), isFunded, state.movementOn());
        }
        if (!held.contains(state.reference())) {
            return false;
        }
        boolean isBooked = commitments.hold(project.id(), state.reference(), state.committed(), state.actionId())
                && project.book(
                        state.reference(),
                        state.committed(),
                        programme(project.content().actionId()));
        return isBooked || project.commit(state, programme(state.actionId()));
    }

    /** Which programme pays for an action, where both are known. */
    private @Nullable String programme(@Nullable UUID action) {
        return codes.action(action)
                .flatMap(known -> codes.programme(known.programme()))
                .map(Codes.Programme::code)
                .orElse(null);
    }

    private boolean isPaidOn(UUID project) {
        return commitments.of(project).stream().anyMatch(sums -> sums.paid().signum() > 0);
    }

    void on(@Observes CommitmentRefused refusal) {
        List<Project> locked = projects.lock(List.of(refusal.projectId()));
        List<Project> refused = locked.stream()
                .filter(project -> project.refuseGrant(
                        refusal.grantReference(), refusal.projectVersion(), refusal.code(), refusal.detail()))
                .toList();
        changes.save(refused);
    }
}
