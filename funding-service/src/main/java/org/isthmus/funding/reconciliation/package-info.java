/**
 * Compares the books with themselves and with everything that was made from them, and names each difference.
 *
 * <p>Start at {@link Reconciliation}. What is compared is offered by the rooms ({@link Reconciled}).
 */
@Room(reads = "account")
package org.isthmus.funding.reconciliation;

import org.isthmus.kit.Room;
