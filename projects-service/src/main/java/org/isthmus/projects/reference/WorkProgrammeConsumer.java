package org.isthmus.projects.reference;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** Learns the actions that an adopted work programme finances. */
@ApplicationScoped
class WorkProgrammeConsumer implements EventConsumer, Reconciled {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Event<CodesChanged> changes;

    WorkProgrammeConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Event<CodesChanged> changes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.changes = changes;
    }

    record WorkProgramme(UUID workProgrammeId, @Nullable String programme, List<Action> actions) {

        record Action(
                UUID actionId, String reference, @Nullable Text title) {

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

    @Override
    public String topic() {
        return "programming.work-programmes";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.withoutVersion(topic(), "known_action", """
                        select work_programme_id as key, id, reference as name, reference, programme
                          from known_action where not withdrawn
                        """, "reference", "programme"));
    }

    @Incoming("work-programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
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
        List<UUID> standing = workProgramme.actions().stream()
                .map(WorkProgramme.Action::actionId)
                .toList();
        Query.of(
                        "update known_action set withdrawn = not withdrawn where work_programme_id = ? and withdrawn = (id = any (cast(? as uuid[])))",
                        workProgramme.workProgrammeId(),
                        standing)
                .execute(database);
        for (WorkProgramme.Action action : workProgramme.actions()) {
            boolean isChanged = Query.of(
                                    """
                    insert into known_action as known (id, reference, work_programme_id, programme, titles) values (?, ?, ?, ?, ?)
                    on conflict (id) do update set reference = excluded.reference, programme = excluded.programme,
                        titles = excluded.titles
                     where (known.reference, known.programme, known.titles)
                        is distinct from (excluded.reference, excluded.programme, excluded.titles)
                    """,
                                    action.actionId(),
                                    action.reference(),
                                    workProgramme.workProgrammeId(),
                                    workProgramme.programme(),
                                    Text.allOf(action.title()))
                            .execute(database)
                    > 0;
            if (isChanged) {
                changes.fire(new CodesChanged(
                        CodesChanged.Kind.ACTION, List.of(action.actionId().toString())));
            }
        }
    }
}
