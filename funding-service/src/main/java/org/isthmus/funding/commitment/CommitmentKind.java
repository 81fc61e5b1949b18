package org.isthmus.funding.commitment;

/** How the commitment came about. */
public enum CommitmentKind {
    /** A legal commitment to one beneficiary, drawn from the allocation of its action. */
    INDIVIDUAL,
    /** A commitment of the past, known from a document: it has no allocation behind it here, and nothing is paid on it. */
    HISTORICAL
}
