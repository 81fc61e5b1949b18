/**
 * Money committed to a project: by a grant that was signed, drawn from its action's allocation, or as the past left it.
 *
 * <p>Start at {@link Commitment}, then {@link CommitmentRules}. Fed by {@code projects.projects}; publishes
 * {@code funding.commitments}.
 */
@Room(
        owns = {"commitment", "commitment_history", "commitment_view"},
        reads = {"known_project", "movement"})
package org.isthmus.funding.commitment;

import org.isthmus.kit.Room;
