/**
 * Reading the books: movements, accounts with their balances, and their entries, by what they are and belong to.
 *
 * <p>Start at {@link MovementResource}. What the public sees of the money is decided by {@link VisibleMoney}.
 */
@NullMarked
package org.isthmus.funding.journal;

import org.jspecify.annotations.NullMarked;
