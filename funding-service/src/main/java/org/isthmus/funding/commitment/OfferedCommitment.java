package org.isthmus.funding.commitment;

import org.isthmus.funding.booking.Decision;
import org.isthmus.kit.rules.Faults;

/** A kind of commitment that a room offers; {@link Commit} collects them. */
public interface OfferedCommitment {

    CommitmentKind kind();

    /** Notes what a request lacks, whatever the books hold; faults begin with the place given. */
    void check(NewCommitment asked, String at, Faults faults);

    /** Those of one request know of each other. */
    Decision<CommitmentView> decision(NewCommitment asked, String by, CommitmentsOfRequest ofRequest);
}
