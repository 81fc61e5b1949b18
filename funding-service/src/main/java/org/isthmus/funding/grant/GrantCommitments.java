package org.isthmus.funding.grant;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.CommitmentView;
import org.isthmus.funding.commitment.CommitmentsOfRequest;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.funding.commitment.OfferedCommitment;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PartialDate.Precision;

/** Grants: legal commitments to one beneficiary, drawn from the allocation of their action. */
@ApplicationScoped
class GrantCommitments implements OfferedCommitment {

    private final FundingRules rules;

    GrantCommitments(FundingRules rules) {
        this.rules = rules;
    }

    @Override
    public CommitmentKind kind() {
        return CommitmentKind.INDIVIDUAL;
    }

    @Override
    public void check(NewCommitment asked, String at, Faults faults) {
        faults.require(
                asked.actionId() != null,
                at + "/actionId",
                "required",
                "An individual commitment names the action whose allocation it is drawn from.");
        faults.require(
                asked.effectiveOn() != null && asked.effectiveOn().precision() == Precision.DAY,
                at + "/effectiveOn",
                "day-required",
                "The day of a signature is known.");
    }

    @Override
    public Decision<CommitmentView> decision(NewCommitment asked, String by, CommitmentsOfRequest ofRequest) {
        return new BookIndividualCommitment(
                asked, ofRequest.before(asked.actionId()), by, ofRequest, rules.yearsToSign());
    }
}
