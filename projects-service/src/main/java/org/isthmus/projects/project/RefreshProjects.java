package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.hibernate.Session;
import org.isthmus.projects.organisation.OrganisationRenamed;
import org.isthmus.projects.reference.CountryMoved;

/** Makes the representations anew of which something in another room has changed. */
@ApplicationScoped
class RefreshProjects {

    private final Session database;
    private final ProjectPages pages;

    RefreshProjects(Session database, ProjectPages pages) {
        this.database = database;
        this.pages = pages;
    }

    void on(@Observes OrganisationRenamed renamed) {
        refresh("organisations", renamed.organisationId().toString());
    }

    void on(@Observes CountryMoved moved) {
        refresh("countries", moved.code());
    }

    private void refresh(String column, String value) {
        pages.refresh(database.createNativeQuery(
                        "select id from project_document where superseded_at is null and %s @> array[cast(:value as text)]"
                                .formatted(column),
                        UUID.class)
                .setParameter("value", value)
                .getResultList());
    }
}
