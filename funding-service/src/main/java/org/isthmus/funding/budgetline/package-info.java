/**
 * Budget lines of the nomenclature and what the budget authority gives them year by year.
 *
 * <p>Start at {@link Appropriate}: the rules. A line's balances are in the books, not here. Publishes
 * {@code funding.appropriations}.
 */
@Room(
        owns = {
            "appropriation",
            "appropriation_history",
            "appropriation_view",
            "budget_line",
            "budget_line_history",
            "budget_line_view"
        },
        reads = "movement")
package org.isthmus.funding.budgetline;

import org.isthmus.kit.Room;
