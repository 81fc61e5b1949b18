package org.isthmus.funding.payment;

import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;

/** What must hold for a payment to be requested, and still when it is authorised and executed. */
final class RequestRules {

    private RequestRules() {}

    /** @param open what else is requested on the commitment and not executed */
    static void check(Commitment commitment, Money amount, Money open, Faults faults) {
        faults.require(
                !commitment.isHistorical(),
                "/commitmentId",
                "commitment-historical",
                "%s is of the past, known from a document: nothing is paid on it here."
                        .formatted(commitment.reference()));
        if (Amounts.isPositive(amount, faults)
                && amount.plus(open).isMoreThan(commitment.outstanding())
                && !commitment.isHistorical()) {
            faults.add(
                    "/amount",
                    "outstanding-exceeded",
                    "%s is asked for; %s is outstanding on %s, and %s of it is requested already."
                            .formatted(amount, commitment.outstanding(), commitment.reference(), open));
        }
    }
}
