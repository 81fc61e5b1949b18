package org.isthmus.projects.organisation;

import java.util.UUID;

/** Within the service: what shows the names of an organisation is to be made anew, in the same transaction. */
public record OrganisationRenamed(UUID organisationId) {}
