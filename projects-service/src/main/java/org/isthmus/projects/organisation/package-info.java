/**
 * The register of partners: who takes part in projects, under which names and numbers.
 *
 * <p>Start at {@link org.isthmus.projects.organisation.Organisation}. Publishes {@code projects.organisations}.
 */
@Room(owns = {"organisation", "organisation_identifier", "organisation_history", "organisation_view"})
package org.isthmus.projects.organisation;

import org.isthmus.kit.Room;
