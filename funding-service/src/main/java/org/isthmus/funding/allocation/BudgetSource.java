package org.isthmus.funding.allocation;

import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Owner;

/** The budget line and year that an action's money comes from, and its two accounts there. */
record BudgetSource(String line, int year, KnownAction action) {

    AccountKey appropriation() {
        return AccountKey.of(AccountKind.APPROPRIATION, line, year);
    }

    AccountKey allocation() {
        return AccountKey.of(AccountKind.ALLOCATION, line, year, Owner.action(action.id(), action.reference()));
    }

    boolean isSame(BudgetSource other) {
        return line.equals(other.line) && year == other.year;
    }
}
