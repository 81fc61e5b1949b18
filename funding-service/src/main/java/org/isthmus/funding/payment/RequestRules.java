package org.isthmus.funding.payment;

import org.isthmus.funding.commitment.Promise;
import org.isthmus.funding.ledger.Amounts;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Faults;

/** What must hold for a payment to be requested, and still when it is authorised and executed. */
final class RequestRules {

    private RequestRules() {}

    /** @param open what else is requested on the commitment and not executed */
    static void check(Promise promise, Money amount, Money open, Faults faults) {
        faults.require(
                !promise.historical(),
                "/commitmentId",
                "commitment-historical",
                "%s is of the past, known from a document: nothing is paid on it here.".formatted(promise.reference()));
        if (Amounts.isPositive(amount, faults)
                && amount.plus(open).isMoreThan(promise.outstanding())
                && !promise.historical()) {
            faults.add(
                    "/amount",
                    "outstanding-exceeded",
                    "%s is asked for; %s is outstanding on %s, and %s of it is requested already."
                            .formatted(amount, promise.outstanding(), promise.reference(), open));
        }
    }
}
