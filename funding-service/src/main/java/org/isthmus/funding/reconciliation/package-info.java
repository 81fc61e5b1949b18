/**
 * Compares the books with themselves and with everything that was made from them, and names each difference.
 *
 * <p>Start at {@link Reconciliation}.
 */
@NullMarked
package org.isthmus.funding.reconciliation;

import org.jspecify.annotations.NullMarked;
