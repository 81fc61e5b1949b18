package org.isthmus.funding.grant;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.attribution.KnownProjects;
import org.isthmus.funding.attribution.Project;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.commitment.Commit;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentEvent;
import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.CommitmentStatus;
import org.isthmus.funding.commitment.Commitments;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;

/** What happens to projects: their money is attributed anew, and a signed grant is committed or refused. */
@ApplicationScoped
class ProjectConsumer implements EventConsumer {

    private static final String BY = "projects-service";

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final KnownProjects projects;
    private final KnownActions actions;
    private final Commit commit;
    private final Commitments commitments;
    private final Booking booking;
    private final Outbox outbox;

    ProjectConsumer(
            Deliveries deliveries,
            Inbox inbox,
            KnownProjects projects,
            KnownActions actions,
            Commit commit,
            Commitments commitments,
            Booking booking,
            Outbox outbox) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.projects = projects;
        this.actions = actions;
        this.commit = commit;
        this.commitments = commitments;
        this.booking = booking;
        this.outbox = outbox;
    }

    record Signed(UUID projectId, int version, String reference, Grant grant) {}

    record Grant(String reference, Money amount, LocalDate signedOn, UUID actionId) {}

    record Unpublished(UUID projectId) {}

    @Override
    public String topic() {
        return KnownProjects.TOPIC;
    }

    @Incoming("projects")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.projects.project.changed.v1", "eu.isthmus.projects.project.published.v1" -> {
                if (inbox.isNewest(event)) {
                    projects.learn(event.read(Project.class));
                }
            }
            case "eu.isthmus.projects.project.unpublished.v1" -> {
                if (inbox.isNewest(event)) {
                    projects.unpublish(event.read(Unpublished.class).projectId());
                }
            }
            case "eu.isthmus.projects.grant.signed.v1" -> commit(event.read(Signed.class), event);
            default -> {} // not for us
        }
    }

    private void commit(Signed signed, Delivery event) {
        Optional<Commitment> booked = booked(signed);
        if (booked.isPresent()) {
            // whoever booked it, the project may still wait for the answer
            outbox.addUnseen(CommitmentEvent.of(booked.get(), true));
            return;
        }
        UUID action = signed.grant().actionId();
        if (actions.find(action) == null && event.mayStillHear(KnownActions.TOPIC)) {
            throw new IllegalStateException("The work programme of action %s is not known yet".formatted(action));
        }
        NewCommitment asked = new NewCommitment(
                CommitmentKind.INDIVIDUAL,
                signed.projectId(),
                signed.grant().reference(),
                signed.grant().amount(),
                PartialDate.of(signed.grant().signedOn()),
                signed.grant().actionId(),
                "Grant %s signed for project %s".formatted(signed.grant().reference(), signed.reference()),
                null);
        List<Fault> faults = booking.bookWhatIsAllowed(commit.decisions(List.of(asked), BY))
                .getFirst()
                .faults();
        if (!event.isLastAttempt()
                && faults.stream().anyMatch(fault -> fault.code().equals("changed-meanwhile"))) {
            throw new IllegalStateException(Booking.summary(faults));
        }
        if (!faults.isEmpty()) {
            outbox.addUnseen(refused(signed, faults));
        }
    }

    /** The same grant told again, by another event, or booked by hand before, is no second commitment. */
    private Optional<Commitment> booked(Signed signed) {
        return commitments
                .findByReference(signed.grant().reference())
                .filter(commitment -> commitment.projectId().equals(signed.projectId())
                        && commitment.status() != CommitmentStatus.REVERSED
                        && commitment.committed().equals(signed.grant().amount()));
    }

    private static CommitmentEvent refused(Signed signed, List<Fault> faults) {
        return new CommitmentEvent.Refused(
                signed.projectId(),
                signed.grant().reference(),
                signed.version(),
                signed.grant().amount(),
                faults.size() == 1 ? faults.getFirst().code() : "commitment-refused",
                Booking.summary(faults));
    }
}
