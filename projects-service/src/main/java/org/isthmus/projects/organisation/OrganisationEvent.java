package org.isthmus.projects.organisation;

import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** An organisation as it stands now. Contract: {@code contracts/events/projects.organisations/}. */
record OrganisationEvent(
        UUID organisationId,
        int version,
        String reference,
        Text names,
        @Nullable OrganisationType organisationType,
        @Nullable String country)
        implements Event {

    static OrganisationEvent of(Organisation organisation) {
        return new OrganisationEvent(
                organisation.id(),
                organisation.version(),
                organisation.reference(),
                organisation.content().names(),
                organisation.content().type(),
                organisation.content().country());
    }

    @Override
    public Envelope envelope() {
        return new Envelope("projects.organisations", "eu.isthmus.projects.organisation.changed.v1", organisationId);
    }
}
