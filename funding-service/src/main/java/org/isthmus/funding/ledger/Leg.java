package org.isthmus.funding.ledger;

import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** One side of a posting: what an account receives, or gives when negative, and the figure that it counts in. */
public record Leg(
        AccountKey account, Money amount, @Nullable EntryMeasure measure) {

    public static Leg of(AccountKey account, Money amount) {
        return new Leg(account, amount, null);
    }

    public Leg counted(EntryMeasure as) {
        return new Leg(account, amount, as);
    }
}
