package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;

/** Which organisations everybody may know of: those that take part in a published project. */
@ApplicationScoped
public class Visibility {

    private final EntityManager database;

    Visibility(EntityManager database) {
        this.database = database;
    }

    /** One after the other in one order, so that nobody waits in a circle. */
    public void refresh(Collection<UUID> organisations) {
        organisations.stream().sorted().forEach(this::refresh);
    }

    private void refresh(UUID organisation) {
        database.createNativeQuery("""
                        update organisation_document o set visible = not o.visible
                        where o.id = :id and o.visible <> exists (
                            select 1 from project_document p
                            where p.superseded_at is null and p.published
                            and p.organisations @> array[cast(o.id as text)])
                        """).setParameter("id", organisation).executeUpdate();
    }
}
