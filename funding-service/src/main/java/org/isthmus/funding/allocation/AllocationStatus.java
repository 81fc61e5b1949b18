package org.isthmus.funding.allocation;

/**
 * <pre>
 * REFUSED ─► BOOKED ◄─► RELEASED
 * </pre>
 */
enum AllocationStatus {
    /** The books hold money for the action. */
    BOOKED,
    /** They never did; the reasons are with it. */
    REFUSED,
    /** They did, and all of it was taken back. */
    RELEASED
}
