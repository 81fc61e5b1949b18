package org.isthmus.projects.reference;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;
import org.jspecify.annotations.Nullable;

/** Learns the actions that an adopted work programme finances. */
@ApplicationScoped
class WorkProgrammeEvents {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager database;

    WorkProgrammeEvents(Deliveries deliveries, Inbox inbox, EntityManager database) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
    }

    record WorkProgramme(UUID workProgrammeId, @Nullable String programme, List<Action> actions) {

        record Action(UUID actionId, String reference) {

            Action {
                Objects.requireNonNull(actionId);
                Objects.requireNonNull(reference);
            }
        }

        WorkProgramme {
            Objects.requireNonNull(workProgrammeId);
            actions = List.copyOf(actions);
        }
    }

    @Incoming("work-programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    private void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.programming.work-programme.adopted.v1",
                    "eu.isthmus.programming.work-programme.amended.v1" -> {
                if (inbox.isNewest(event)) {
                    learn(event.read(WorkProgramme.class));
                }
            }
            default -> {} // not for us
        }
    }

    /** An action that an amendment leaves out stays known: projects may name it. */
    private void learn(WorkProgramme workProgramme) {
        for (WorkProgramme.Action action : workProgramme.actions()) {
            database.createNativeQuery("""
                            insert into known_action (id, reference, work_programme_id, programme)
                            values (:id, :reference, :workProgramme, cast(:programme as text))
                            on conflict (id) do update set reference = :reference, programme = cast(:programme as text)
                            """)
                    .setParameter("id", action.actionId())
                    .setParameter("reference", action.reference())
                    .setParameter("workProgramme", workProgramme.workProgrammeId())
                    .setParameter("programme", workProgramme.programme())
                    .executeUpdate();
        }
    }
}
