package org.isthmus.funding.historical;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.CommitmentView;
import org.isthmus.funding.commitment.CommitmentsOfRequest;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.funding.commitment.OfferedCommitment;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.YearsNotKept;

/** Commitments of the past, each read in a document. */
@ApplicationScoped
class HistoricalCommitments implements OfferedCommitment {

    private final YearsNotKept years;

    HistoricalCommitments(YearsNotKept years) {
        this.years = years;
    }

    @Override
    public CommitmentKind kind() {
        return CommitmentKind.HISTORICAL;
    }

    @Override
    public void check(NewCommitment asked, String at, Faults faults) {
        faults.require(
                asked.source() != null,
                at + "/source",
                "required",
                "A commitment of the past names the document that it was read in.");
        Integer year = asked.knownYear();
        faults.require(
                year == null || years.contains(year),
                at + "/effectiveOn",
                "year-kept",
                "The books of %s are kept here; the past is entered of %s.".formatted(year, years.words()));
        faults.require(
                asked.actionId() == null,
                at + "/actionId",
                "not-allowed",
                "A commitment of the past is drawn from no action's allocation.");
    }

    @Override
    public Decision<CommitmentView> decision(NewCommitment asked, String by, CommitmentsOfRequest ofRequest) {
        return new BookHistoricalCommitment(asked, by, ofRequest);
    }
}
