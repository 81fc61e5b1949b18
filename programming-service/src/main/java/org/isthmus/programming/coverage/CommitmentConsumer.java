package org.isthmus.programming.coverage;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** Hears from the ledger what is committed and paid, and recounts the actions concerned. */
@ApplicationScoped
class CommitmentConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager entityManager;
    private final RecountCoverage recount;
    private final Clock clock;

    CommitmentConsumer(
            Deliveries deliveries, Inbox inbox, EntityManager entityManager, RecountCoverage recount, Clock clock) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.entityManager = entityManager;
        this.recount = recount;
        this.clock = clock;
    }

    /** A commitment without an action is one from before these books. */
    record State(
            UUID commitmentId,
            int version,
            UUID projectId,
            @Nullable UUID actionId,
            boolean historical,
            @Nullable PartialDate effectiveOn,
            Money committed,
            Money decommitted,
            Money paid,
            Money recovered,
            Money outstanding) {}

    @Incoming("funding-commitments")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::hear);
    }

    private void hear(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.funding.commitment.booked.v1", "eu.isthmus.funding.commitment.changed.v1" ->
                take(event, event.read(State.class));
            default -> {} // not for us
        }
    }

    private void take(Delivery event, State state) {
        if (!inbox.isNewest(event.topic(), state.commitmentId(), state.version())) {
            return;
        }
        KnownCommitment known = entityManager.find(KnownCommitment.class, state.commitmentId());
        Set<UUID> actions = new LinkedHashSet<>();
        if (known == null) {
            known = new KnownCommitment(state.commitmentId());
            known.take(state);
            entityManager.persist(known);
        } else {
            note(actions, known.actionId());
            known.take(state);
        }
        note(actions, known.actionId());
        entityManager.flush();
        remember(state);
        actions.forEach(recount::of);
    }

    /** The state of before stays readable as of its time. */
    private void remember(State state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entityManager
                .createNativeQuery("""
                        update commitment_state set recorded_to = :now
                         where commitment_id = :id and recorded_to is null
                        """)
                .setParameter("now", now)
                .setParameter("id", state.commitmentId())
                .executeUpdate();
        entityManager
                .createNativeQuery("""
                        insert into commitment_state (commitment_id, version, project_id, action_id, historical, committed,
                                                      decommitted, paid, recovered, recorded_from)
                        select id, version, project_id, action_id, historical, committed, decommitted, paid, recovered, :now
                          from known_commitment where id = :id
                        """)
                .setParameter("now", now)
                .setParameter("id", state.commitmentId())
                .executeUpdate();
    }

    private static void note(Set<UUID> actions, @Nullable UUID action) {
        if (action != null) {
            actions.add(action);
        }
    }
}
