/**
 * How projects hang together: part of an umbrella, follow-up, funded together.
 *
 * <p>Start at {@link org.isthmus.projects.relation.Relations}: it keeps the graph free of cycles.
 */
@NullMarked
package org.isthmus.projects.relation;

import org.jspecify.annotations.NullMarked;
