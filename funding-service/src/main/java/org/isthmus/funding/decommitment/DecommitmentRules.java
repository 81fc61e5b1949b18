package org.isthmus.funding.decommitment;

import java.time.LocalDate;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentStatus;
import org.isthmus.kit.rules.Faults;

/** What must hold before money is given back; each rule notes its own fault. */
final class DecommitmentRules {

    private DecommitmentRules() {}

    static void check(Commitment commitment, NewDecommitment asked, Faults faults) {
        faults.require(
                commitment.status() != CommitmentStatus.REVERSED,
                "",
                "commitment-reversed",
                "%s was reversed.".formatted(commitment.reference()));
        if (Amounts.isPositive(asked.amount(), faults) && asked.amount().isMoreThan(commitment.outstanding())) {
            faults.add(
                    "/amount",
                    "outstanding-exceeded",
                    "%s is asked back, %s is outstanding on %s."
                            .formatted(asked.amount(), commitment.outstanding(), commitment.reference()));
        }
        LocalDate committedOn = commitment.effectiveOn();
        faults.require(
                committedOn == null || !asked.effectiveOn().isBefore(committedOn),
                "/effectiveOn",
                "before-commitment",
                "%s was committed on %s, after %s."
                        .formatted(commitment.reference(), committedOn, asked.effectiveOn()));
    }
}
