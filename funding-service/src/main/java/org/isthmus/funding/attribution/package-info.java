/**
 * To which programme, strands and countries the money of a project or an action belongs, as other services tell it.
 *
 * <p>Start at {@link Shares}: the rules. Fed by {@code programming.countries} and, through
 * the rooms that act on them, by {@code programming.work-programmes} and {@code projects.projects}. Publishes nothing.
 */
@NullMarked
package org.isthmus.funding.attribution;

import org.jspecify.annotations.NullMarked;
