package org.isthmus.programming.coverage;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.time.PartialDate;
import org.isthmus.kit.values.Given;
import org.jspecify.annotations.Nullable;

/** Hears which projects there are and which action each serves, and recounts the actions concerned. */
@ApplicationScoped
class ProjectConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager entityManager;
    private final RecountCoverage recount;
    private final KnownShares shares;

    ProjectConsumer(
            Deliveries deliveries,
            Inbox inbox,
            EntityManager entityManager,
            RecountCoverage recount,
            KnownShares shares) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.entityManager = entityManager;
        this.recount = recount;
        this.shares = shares;
    }

    record State(
            UUID projectId,
            int version,
            String reference,
            String status,
            boolean published,
            @Nullable String programme,
            @Nullable UUID actionId,
            List<Coded> strands,
            List<Coded> countries,
            @Nullable PartialDate start,
            @Nullable UUID partOf,
            @Nullable Contribution contribution,
            @Nullable Attribution attribution) {

        State {
            strands = Given.list(strands);
            countries = Given.list(countries);
        }
    }

    /** A strand or a country; its share is a decimal text, in per cent. */
    record Coded(
            String code, @Nullable String share, @Nullable String role) {

        @Nullable
        BigDecimal percent() {
            return share == null ? null : new BigDecimal(share);
        }
    }

    /** What the Union pays by the current figure. */
    record Contribution(@Nullable Money amount) {}

    @Incoming("projects-projects")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::hear);
    }

    private void hear(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.projects.project.changed.v1", "eu.isthmus.projects.project.published.v1" -> {
                State state = event.read(State.class);
                if (inbox.isNewest(event)) {
                    take(state);
                }
            }
            case "eu.isthmus.projects.project.unpublished.v1" -> {
                if (inbox.isNewest(event)) {
                    hide(event.key(), event.version());
                }
            }
            default -> {} // not for us
        }
    }

    private void take(State state) {
        KnownProject known = entityManager.find(KnownProject.class, state.projectId());
        Set<UUID> actions = new TreeSet<>(paidFor(state.projectId()));
        if (known == null) {
            known = new KnownProject(state.projectId());
            known.take(state);
            entityManager.persist(known);
        } else {
            note(actions, known.actionId());
            known.take(state);
        }
        note(actions, known.actionId());
        shares.learn(state);
        entityManager.flush();
        actions.forEach(recount::of);
    }

    private void hide(UUID projectId, int version) {
        KnownProject known = entityManager.find(KnownProject.class, projectId);
        if (known == null) {
            return;
        }
        Set<UUID> actions = new TreeSet<>(paidFor(projectId));
        note(actions, known.actionId());
        known.hide(version);
        shares.hide(projectId);
        entityManager.flush();
        actions.forEach(recount::of);
    }

    /** The actions whose money the project has: what the public sees of them follows its publication. */
    @SuppressWarnings("unchecked")
    private List<UUID> paidFor(UUID projectId) {
        return entityManager
                .createNativeQuery("""
                        select distinct action_id from known_commitment
                        where project_id = :project and action_id is not null
                        """, UUID.class)
                .setParameter("project", projectId)
                .getResultList();
    }

    private static void note(Set<UUID> actions, @Nullable UUID action) {
        if (action != null) {
            actions.add(action);
        }
    }
}
