package org.isthmus.projects.project;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.projects.money.Commitments;

/**
 * What the books say: a grant is booked, refused or reversed, and the money of a project changes.
 *
 * <p>Only what becomes of the grant is a new version of the project: its money is a copy beside it.
 */
@ApplicationScoped
class CommitmentEvents {

    private final Deliveries deliveries;
    private final Commitments commitments;
    private final Projects projects;
    private final ProjectPages pages;
    private final Clock clock;

    CommitmentEvents(
            Deliveries deliveries, Commitments commitments, Projects projects, ProjectPages pages, Clock clock) {
        this.deliveries = deliveries;
        this.commitments = commitments;
        this.projects = projects;
        this.pages = pages;
        this.clock = clock;
    }

    record Refused(UUID projectId, String grantReference, int projectVersion, String code, String detail) {

        Refused {
            Objects.requireNonNull(projectId, "projectId");
            Objects.requireNonNull(grantReference, "grantReference");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }
    }

    @Incoming("commitments")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    private void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.funding.commitment.booked.v1", "eu.isthmus.funding.commitment.changed.v1" ->
                learn(event.read(CommitmentState.class));
            case "eu.isthmus.funding.commitment.refused.v1" -> refuse(event.read(Refused.class));
            default -> {} // not for us
        }
    }

    /** Whichever comes first tells of the booking: each carries the whole state. */
    private void learn(CommitmentState state) {
        boolean isGrant = projects.lockGrant(state.projectId())
                .filter(state.reference()::equals)
                .isPresent();
        boolean isNews = commitments.learn(state);
        if (isGrant) {
            Project project = projects.get(state.projectId());
            if (answer(project, state, isNews)) {
                pages.keep(project);
            }
        }
    }

    /** A state told again may find a grant that was signed after it was told first; only a new one undoes a grant. */
    private boolean answer(Project project, CommitmentState state, boolean isNews) {
        if (state.historical()) {
            return false;
        }
        if (state.isReversed()) {
            return isNews && project.unbook(state.reference(), isPaidOn(project), LocalDate.now(clock));
        }
        return commitments.hold(project.id(), state.reference(), state.committed())
                && project.book(state.reference(), state.committed());
    }

    private boolean isPaidOn(Project project) {
        return commitments.of(project.id()).stream()
                .anyMatch(sums -> sums.paid().signum() > 0);
    }

    private void refuse(Refused refusal) {
        projects.findLocked(refusal.projectId())
                .filter(project -> project.refuseGrant(
                        refusal.grantReference(), refusal.projectVersion(), refusal.code(), refusal.detail()))
                .ifPresent(pages::keep);
    }
}
