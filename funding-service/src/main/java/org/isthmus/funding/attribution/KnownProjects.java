package org.isthmus.funding.attribution;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.report.Attributions;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;

/** All projects that funding has heard of, whether the public may know of them, and what their money belongs to. */
@ApplicationScoped
public class KnownProjects implements Reconciled {

    /** Where their owner tells of them. */
    public static final String TOPIC = "projects.projects";

    private final DataSource database;
    private final CopyAge age;
    private final Attributions attributions;
    private final Outbox outbox;
    private final List<PublicationListener> listeners;

    KnownProjects(
            DataSource database,
            CopyAge age,
            Attributions attributions,
            Outbox outbox,
            @All List<PublicationListener> listeners) {
        this.outbox = outbox;
        this.database = database;
        this.age = age;
        this.attributions = attributions;
        this.listeners = listeners;
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(
                        TOPIC, "known_project", """
                        select p.id as key, p.id, p.reference as name, p.reference, p.published, p.action_id as action,
                               s.currency || ' ' || trim_scale(s.contribution) as contribution, u.reference as umbrella,
                               case when s.currency = 'EUR' then s.contribution end as euros
                          from known_project p
                          left join attributed_subject s on s.subject = p.id and s.recorded_to is null
                          left join known_project u on u.id = s.umbrella
                        """, "reference", "published", "action", "contribution", "umbrella")
                .amounts("euros")
                .byEvent());
    }

    /** Notes a project that funding has not heard of. */
    public void check(String pointer, UUID id, Faults faults) {
        if (Query.of("select id from known_project where id = ?", id)
                .first(database, row -> row.uuid("id"))
                .isEmpty()) {
            faults.add(unknown(pointer, id));
        }
    }

    /** What is wrong with a request that names a project that funding has not heard of. */
    public Fault unknown(String pointer, UUID id) {
        return age.unknown(pointer, "project", id.toString(), TOPIC);
    }

    public void learn(Project project) {
        boolean before = isPublished(project.projectId());
        Query.of("""
                        insert into known_project (id, reference, published, action_id) values (?, ?, ?, cast(? as uuid))
                            on conflict (id) do update set reference = excluded.reference,
                               published = excluded.published, action_id = excluded.action_id
                        """, project.projectId(), project.reference(), project.published(), project.actionId())
                .execute(database);
        if (before != project.published()) {
            listeners.forEach(listener -> listener.published(project.projectId(), project.published()));
        }
        attributions.learn(new Attributions.Told(
                project.projectId(),
                project.reference(),
                project.published(),
                project.programme(),
                project.partOf(),
                project.contribution() == null ? null : project.contribution().amount(),
                Attributions.orNone(project.attribution())));
        if (before != project.published()) {
            outbox.heardChange();
        }
    }

    public void unpublish(UUID projectId) {
        boolean before = isPublished(projectId);
        Query.of("update known_project set published = false where id = ?", projectId)
                .execute(database);
        listeners.forEach(listener -> listener.published(projectId, false));
        attributions.hide(projectId);
        if (before) {
            outbox.heardChange();
        }
    }

    private boolean isPublished(UUID project) {
        return Query.of("select published from known_project where id = ?", project)
                .first(database, row -> row.flag("published"))
                .orElse(false);
    }
}
