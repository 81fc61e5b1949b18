/**
 * Money of a budget line and year set aside for a priority action, after its financing decision.
 *
 * <p>Start at {@link Allocate}: the rules. Fed by {@code programming.work-programmes}; publishes
 * {@code funding.allocations}.
 */
@Room(
        owns = {"allocation", "allocation_history", "allocation_view"},
        reads = {"account", "entry", "known_action", "movement"})
package org.isthmus.funding.allocation;

import org.isthmus.kit.Room;
