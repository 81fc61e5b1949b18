package org.isthmus.projects.organisation;

import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.text.Text;
import org.jspecify.annotations.Nullable;

/** What other services learn about organisations. Contract: {@code contracts/events/projects.organisations/}. */
sealed interface OrganisationEvent extends Event {

    UUID organisationId();

    @Override
    default String topic() {
        return "projects.organisations";
    }

    @Override
    default UUID key() {
        return organisationId();
    }

    /** An organisation as it stands now. */
    record Changed(
            UUID organisationId,
            int version,
            String reference,
            Text names,
            @Nullable OrganisationType organisationType,
            @Nullable String country)
            implements OrganisationEvent {

        static Changed of(Organisation organisation) {
            return new Changed(
                    organisation.id(),
                    organisation.version(),
                    organisation.reference(),
                    organisation.content().names(),
                    organisation.content().type(),
                    organisation.content().country());
        }

        @Override
        public String type() {
            return "eu.isthmus.projects.organisation.changed.v1";
        }
    }
}
