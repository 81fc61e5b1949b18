/**
 * Budget lines of the nomenclature and what the budget authority gives them year by year.
 *
 * <p>Start at {@link Appropriate}: the rules. A line's balances are in the books, not here. Publishes
 * {@code funding.appropriations}.
 */
@NullMarked
package org.isthmus.funding.budgetline;

import org.jspecify.annotations.NullMarked;
