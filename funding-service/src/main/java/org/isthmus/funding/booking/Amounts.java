package org.isthmus.funding.booking;

import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;

/** What every amount asked for must be: in the currency of the books, and something. */
public final class Amounts {

    private Amounts() {}

    /** True when it is in euro; else the fault is noted and nothing more can be said of it. */
    public static boolean isInEuro(Money amount, Faults faults) {
        boolean euro = amount.currency().equals(Money.EUR);
        faults.require(
                euro, "/amount", "currency-not-accounting", "The books are kept in EUR; %s is not.".formatted(amount));
        return euro;
    }

    /** True when it is in euro and more than nothing. */
    public static boolean isPositive(Money amount, Faults faults) {
        boolean euro = isInEuro(amount, faults);
        faults.require(
                amount.isPositive(),
                "/amount",
                "amount-not-positive",
                "More than 0.00 belongs here, not %s.".formatted(amount));
        return euro && amount.isPositive();
    }
}
