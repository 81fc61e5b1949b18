/**
 * What partners want to change of what is public, until an officer publishes or returns it.
 *
 * <p>Start at {@link org.isthmus.projects.pendingversion.PendingVersion}: it holds the rules. {@link
 * org.isthmus.projects.pendingversion.ReviewedProject} is what the register of projects does for it.
 */
@Room(owns = {"pending_version", "pending_version_history", "pending_version_view"})
package org.isthmus.projects.pendingversion;

import org.isthmus.kit.Room;
