package org.isthmus.projects.money;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;

/** Hears what becomes of commitments, and tells within the service what a project's grant may have been waiting for. */
@ApplicationScoped
public class CommitmentConsumer implements EventConsumer {

    private final Deliveries deliveries;
    private final Commitments commitments;
    private final Event<CommitmentLearnt> learnt;
    private final Event<CommitmentRefused> refused;

    CommitmentConsumer(
            Deliveries deliveries,
            Commitments commitments,
            Event<CommitmentLearnt> learnt,
            Event<CommitmentRefused> refused) {
        this.deliveries = deliveries;
        this.commitments = commitments;
        this.learnt = learnt;
        this.refused = refused;
    }

    /** Within the service: a state of a commitment was told; not new where it, or a later one, was known before. */
    public record CommitmentLearnt(CommitmentState state, boolean isNew) {}

    /** Within the service: the books did not take in the grant that was signed in this version of the project. */
    public record CommitmentRefused(
            UUID projectId, String grantReference, int projectVersion, String code, String detail) {

        public CommitmentRefused {
            Objects.requireNonNull(projectId, "projectId");
            Objects.requireNonNull(grantReference, "grantReference");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }
    }

    @Override
    public String topic() {
        return "funding.commitments";
    }

    @Incoming("commitments")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.funding.commitment.booked.v1", "eu.isthmus.funding.commitment.changed.v1" -> {
                CommitmentState state = event.read(CommitmentState.class);
                learnt.fire(new CommitmentLearnt(state, commitments.learn(state)));
            }
            case "eu.isthmus.funding.commitment.refused.v1" -> refused.fire(event.read(CommitmentRefused.class));
            default -> {} // not for us
        }
    }
}
