/**
 * Compares the books with themselves and with everything that was made from them, and names each difference.
 *
 * <p>Start at {@link Reconciliation}.
 */
@Room(
        reads = {
            "account",
            "allocation",
            "attributed_subject",
            "commitment",
            "commitment_view",
            "entry",
            "movement",
            "movement_view",
            "outbox",
            "payment"
        })
package org.isthmus.funding.reconciliation;

import org.isthmus.kit.Room;
