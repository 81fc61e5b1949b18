/**
 * Money committed to a project, and what became of it.
 *
 * <p>Start at {@link Commitment}. The rooms of grants and of the past offer how one comes about ({@link OfferedCommitment}),
 * those of payments and decommitments what becomes of it. Publishes {@code funding.commitments}.
 */
@Room(
        owns = {"commitment", "commitment_history", "commitment_view"},
        reads = {"account", "entry", "known_project", "movement"})
package org.isthmus.funding.commitment;

import org.isthmus.kit.Room;
