package org.isthmus.kit.retention;

import java.time.Instant;

/**
 * What is kept for a time and then no more. A bean; the time is {@code isthmus.retention.<name>}, and {@code
 * docs/operations.md} has a row for it.
 */
public interface RetentionRule {

    /** Such as {@code idempotency-keys}. */
    String name();

    /**
     * Ends the keeping of a bounded number of things, as if it had not been done before.
     *
     * @param before what is older is due
     * @param most how many at once
     * @return how many there were
     */
    int end(Instant before, int most);
}
