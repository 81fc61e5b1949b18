package org.isthmus.funding.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;

/** All projects that funding has heard of, whether the public may know of them, and what their money belongs to. */
@ApplicationScoped
public class KnownProjects {

    private final EntityManager database;
    private final Attributions attributions;

    KnownProjects(EntityManager database, Attributions attributions) {
        this.database = database;
        this.attributions = attributions;
    }

    public void learn(Project project) {
        database.createNativeQuery("""
                        insert into known_project (id, reference, published) values (:id, :reference, :published)
                        on conflict (id) do update set reference = :reference, published = :published
                        """)
                .setParameter("id", project.projectId())
                .setParameter("reference", project.reference())
                .setParameter("published", project.published())
                .executeUpdate();
        attributions.learn(
                project.projectId(),
                Map.of(
                        Dimension.PROGRAMME, Shares.programme(project.programme()),
                        Dimension.STRAND, Shares.strands(Attributions.orNone(project.strands())),
                        Dimension.COUNTRY, Shares.countries(Attributions.orNone(project.countries()))));
    }

    public void unpublish(UUID projectId) {
        database.createNativeQuery("update known_project set published = false where id = :id")
                .setParameter("id", projectId)
                .executeUpdate();
    }
}
