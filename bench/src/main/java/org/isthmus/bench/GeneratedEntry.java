package org.isthmus.bench;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An act that moves a project's money: the first commits, those that follow give back or take in error and undo it.
 *
 * @param amount in euros, of two decimals, more than nothing
 */
record GeneratedEntry(Kind kind, BigDecimal amount, LocalDate on) {

    enum Kind {
        COMMIT,
        DECOMMIT,
        /** Undoes the decommitment before it, whose amount it has. */
        REVERSE
    }
}
