package org.isthmus.funding.payment;

/** Which part of a grant is paid. */
enum PaymentKind {
    /** Before the work. */
    PRE_FINANCING,
    /** During it. */
    INTERIM,
    /** After the final report. */
    BALANCE
}
