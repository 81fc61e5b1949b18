package org.isthmus.funding.ledger;

/** Why money moves. */
public enum MovementType {
    /** The budget authority gives a line its appropriations of a year. */
    APPROPRIATE,
    /** A financing decision sets money of a line and year aside for an action; less of it when it is amended. */
    ALLOCATE,
    /** A grant or a contract commits money of an allocation to a project. */
    COMMIT,
    /** A commitment is paid. */
    PAY,
    /** What is left of a commitment is given back, or lapses. */
    DECOMMIT,
    /** Another movement is undone, entry by entry. */
    REVERSE
}
