package org.isthmus.funding.commitment;

/**
 * <pre>
 * OPEN ◄─► SETTLED
 *   └─► REVERSED ◄─┘
 * </pre>
 */
public enum CommitmentStatus {
    /** Something is outstanding, or, of the past, nobody knows whether. */
    OPEN,
    /** All of it is paid or decommitted. */
    SETTLED,
    /** The commitment was booked in error and undone. */
    REVERSED
}
