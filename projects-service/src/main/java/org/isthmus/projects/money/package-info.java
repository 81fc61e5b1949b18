/**
 * What funding's books say of each project: the newest state of its commitments, summed.
 *
 * <p>Fed by events, never edited here. Start at {@link org.isthmus.projects.money.ProjectMoney}.
 */
@NullMarked
package org.isthmus.projects.money;

import org.jspecify.annotations.NullMarked;
