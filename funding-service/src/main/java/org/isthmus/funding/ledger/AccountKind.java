package org.isthmus.funding.ledger;

/**
 * Where money can be.
 *
 * <pre>
 * SOURCE ─► APPROPRIATION ─► ALLOCATION ─► (GLOBAL_COMMITMENT ─►) COMMITMENT ─► PAID ─► RECOVERED
 *    │                                                                └─► LAPSED
 *    └────► PAYMENT_APPROPRIATION ─► PAYMENT_CONSUMED
 * </pre>
 */
public enum AccountKind {
    SOURCE("the budget authority"),
    APPROPRIATION("the appropriation"),
    ALLOCATION("the allocation"),
    GLOBAL_COMMITMENT("the global commitment"),
    COMMITMENT("the commitment"),
    PAID("what was paid on"),
    RECOVERED("what was recovered from"),
    LAPSED("what lapsed"),
    PAYMENT_APPROPRIATION("the payment appropriation"),
    PAYMENT_CONSUMED("the payments made");

    private final String words;

    AccountKind(String words) {
        this.words = words;
    }

    /** Only the budget authority gives more than it has received. */
    boolean mayBeNegative() {
        return this == SOURCE;
    }

    String words() {
        return words;
    }
}
