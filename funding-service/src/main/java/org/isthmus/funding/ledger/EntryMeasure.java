package org.isthmus.funding.ledger;

/** Which figure of an execution report an entry counts in. */
public enum EntryMeasure {
    ALLOCATED,
    COMMITTED,
    PAID,
    DECOMMITTED
}
