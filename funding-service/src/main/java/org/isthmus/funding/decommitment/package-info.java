/**
 * What is given back of commitments: within the budget year it returns to the allocation, later it lapses.
 *
 * <p>Start at {@link Decommit}. Publishes nothing of its own: a commitment tells how it stands then.
 */
@Room
package org.isthmus.funding.decommitment;

import org.isthmus.kit.Room;
