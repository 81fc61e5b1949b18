/**
 * How projects hang together: part of an umbrella, follow-up, funded together.
 *
 * <p>Start at {@link org.isthmus.projects.relation.Relations}: it keeps the graph free of cycles.
 */
@Room(owns = "relation", reads = "project")
package org.isthmus.projects.relation;

import org.isthmus.kit.Room;
