package org.isthmus.funding.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.isthmus.kit.report.Attributions;

/** All projects that funding has heard of, whether the public may know of them, and what their money belongs to. */
@ApplicationScoped
public class KnownProjects {

    private final EntityManager database;
    private final Attributions attributions;
    private final Shares shares;

    KnownProjects(EntityManager database, Attributions attributions, Shares shares) {
        this.database = database;
        this.attributions = attributions;
        this.shares = shares;
    }

    public void learn(Project project) {
        database.createNativeQuery("""
                        insert into known_project (id, reference, published, action_id)
                        values (:id, :reference, :published, :action)
                        on conflict (id) do update
                           set reference = :reference, published = :published, action_id = :action
                        """)
                .setParameter("id", project.projectId())
                .setParameter("reference", project.reference())
                .setParameter("published", project.published())
                .setParameter("action", project.actionId())
                .executeUpdate();
        attributions.learn(new Attributions.Told(
                project.projectId(),
                project.reference(),
                project.published(),
                project.programme(),
                project.partOf(),
                project.contribution() == null ? null : project.contribution().amount(),
                project.attribution() == null
                        ? shares.infer(project.strands(), project.countries())
                        : project.attribution()));
    }

    public void unpublish(UUID projectId) {
        database.createNativeQuery("update known_project set published = false where id = :id")
                .setParameter("id", projectId)
                .executeUpdate();
        attributions.hide(projectId);
    }
}
