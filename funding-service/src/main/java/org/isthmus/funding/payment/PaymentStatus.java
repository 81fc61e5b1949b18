package org.isthmus.funding.payment;

/**
 * <pre>
 * REQUESTED ─► AUTHORISED ─► EXECUTED ─► REVERSED
 *     └──► REJECTED ◄──┘
 * </pre>
 */
enum PaymentStatus {
    REQUESTED,
    AUTHORISED,
    EXECUTED,
    REJECTED,
    REVERSED;

    boolean canBecome(PaymentStatus next) {
        return switch (this) {
            case REQUESTED -> next == AUTHORISED || next == REJECTED;
            case AUTHORISED -> next == EXECUTED || next == REJECTED;
            case EXECUTED -> next == REVERSED;
            case REJECTED, REVERSED -> false;
        };
    }
}
