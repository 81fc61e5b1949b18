/**
 * Movements that one person asks for and another one confirms as a whole: appropriations, and many in one request, of any
 * type. All of them are booked, or none and every row that is wrong is named.
 *
 * <p>Start at {@link RequestMovements}. The rules are the rooms' own.
 */
@Room(owns = {"requested_movements", "requested_movements_history", "requested_movements_view"})
package org.isthmus.funding.batch;

import org.isthmus.kit.Room;
