/**
 * How many projects there are, and what the Union pays for them, by what they are about, where and when.
 *
 * <p>Start at {@link org.isthmus.projects.statistics.StatisticsParts}: they are counted and split in one statement. Every row
 * links to the projects that it counts.
 */
@Room(reads = {"attributed_share", "known_region", "project_history", "project_view", "relation"})
package org.isthmus.projects.statistics;

import org.isthmus.kit.Room;
