package org.isthmus.funding.decommitment;

import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentStatus;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.PartialDate.Precision;
import org.jspecify.annotations.Nullable;

/** What must hold before money is given back; each rule notes its own fault. */
final class DecommitmentRules {

    private DecommitmentRules() {}

    static void check(Commitment commitment, NewDecommitment asked, Faults faults) {
        faults.require(
                commitment.status() != CommitmentStatus.REVERSED,
                "",
                "commitment-reversed",
                "%s was reversed.".formatted(commitment.reference()));
        if (checkAmount(asked.amount(), faults) && asked.amount().isMoreThan(commitment.outstanding())) {
            faults.add(
                    "/amount",
                    "outstanding-exceeded",
                    "%s is asked back, %s is outstanding on %s."
                            .formatted(asked.amount(), commitment.outstanding(), commitment.reference()));
        }
        if (asked.effectiveOn() != null) {
            checkDay(commitment, asked.effectiveOn(), faults);
        }
    }

    /** True when it is there and more than nothing. */
    static boolean checkAmount(@Nullable Money amount, Faults faults) {
        return amount != null && Amounts.isPositive(amount, faults);
    }

    /** What is given back counts from a day on which the commitment surely was. */
    private static void checkDay(Commitment commitment, PartialDate on, Faults faults) {
        faults.require(
                commitment.isHistorical() || on.precision() == Precision.DAY,
                "/effectiveOn",
                "day-required",
                "The day on which it was given back is known.");
        PartialDate committed = commitment.dated();
        if (committed != null && on.last().isBefore(committed.last())) {
            faults.add(
                    "/effectiveOn",
                    "before-commitment",
                    committed.precision() == Precision.DAY
                            ? "%s was committed on %s, after %s."
                                    .formatted(commitment.reference(), committed.written(), on.written())
                            : "Of the day of %s only %s is known, so it counts from %s; date what is given back %s, or from that day on."
                                    .formatted(
                                            commitment.reference(),
                                            committed.written(),
                                            committed.last(),
                                            committed.written()));
        }
    }
}
