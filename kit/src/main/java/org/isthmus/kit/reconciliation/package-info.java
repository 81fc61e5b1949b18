/**
 * Compares what a service keeps with itself and, by digests that owners tell, its copies with what their owners keep (R30).
 *
 * <p>Start at {@link org.isthmus.kit.reconciliation.Reconciled}: what rooms offer for it. Nobody is asked: an owner tells
 * of each of its topics how many things there are and hashes and sums of what they say, and who keeps a copy compares.
 */
package org.isthmus.kit.reconciliation;
