package org.isthmus.projects.organisation;

import java.util.UUID;

/** Within the service: an organisation has other names now, which its projects show soon. */
public record OrganisationRenamed(UUID organisationId) {}
