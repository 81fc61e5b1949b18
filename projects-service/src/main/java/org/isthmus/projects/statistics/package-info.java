/**
 * How many projects there are, and what the Union pays for them, by what they are about, where and when.
 *
 * <p>Start at {@link org.isthmus.projects.statistics.StatisticsQuery}: it counts and splits in one statement. Every row
 * links to the projects that it counts.
 */
@NullMarked
package org.isthmus.projects.statistics;

import org.jspecify.annotations.NullMarked;
