/**
 * The door for the past: where projects stood before the installation kept their register, told by documents, entered by
 * one archivist and confirmed by another one as a whole.
 *
 * <p>Start at {@link EnterStatuses}. Publishes nothing of its own: a project tells its new status.
 */
@Room(owns = {"requested_statuses", "requested_statuses_history", "requested_statuses_view"})
package org.isthmus.projects.historical;

import org.isthmus.kit.Room;
