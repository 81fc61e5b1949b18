/**
 * Commitments of the past: straight from the budget authority, since nobody kept here who appropriated and allocated them,
 * dated as far as a source dates them.
 *
 * <p>Start at {@link BookHistoricalCommitment}. Publishes nothing of its own.
 */
@Room
package org.isthmus.funding.historical;

import org.isthmus.kit.Room;
