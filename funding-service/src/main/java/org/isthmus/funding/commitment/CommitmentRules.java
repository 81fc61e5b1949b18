package org.isthmus.funding.commitment;

import java.time.LocalDate;
import org.isthmus.funding.allocation.Purse;
import org.isthmus.funding.ledger.Amounts;
import org.isthmus.funding.ledger.Books;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** What must hold before money is promised; each rule notes its own fault, so that all are told at once. */
final class CommitmentRules {

    private CommitmentRules() {}

    static void checkIndividual(
            NewCommitment asked, @Nullable Purse purse, Books books, int yearsToSign, Faults faults) {
        boolean positive = Amounts.isPositive(asked.amount(), faults);
        if (purse == null) {
            faults.add(
                    "/actionId",
                    "financing-decision-missing",
                    "No financing decision gives action %s money of a budget line.".formatted(asked.actionId()));
            return;
        }
        checkWithdrawn(purse, faults);
        checkDates(asked.effectiveOn(), purse, yearsToSign, faults);
        Money left = books.balance(purse.account());
        if (!books.knows(purse.account())) {
            faults.add("/actionId", "allocation-missing", "%s has no allocation.".formatted(purse.reference()));
        } else if (positive && asked.amount().isMoreThan(left)) {
            faults.add(
                    "/amount",
                    "allocation-exceeded",
                    "%s is asked for, %s is left of the allocation of %s."
                            .formatted(asked.amount(), left, purse.reference()));
        } else if (positive && !purse.withdrawn()) {
            checkDecided(asked.amount(), purse, left, faults);
        }
    }

    static void checkWithdrawn(Purse purse, Faults faults) {
        faults.require(
                !purse.withdrawn(),
                "/actionId",
                "action-withdrawn",
                "%s is no longer in its work programme.".formatted(purse.reference()));
    }

    /** An allocation stays larger than a reduced decision while too much of it is promised; nothing more is then. */
    static void checkDecided(Money asked, Purse purse, Money left, Faults faults) {
        Money promised = purse.allocated().minus(left);
        faults.require(
                !promised.plus(asked).isMoreThan(purse.decided()),
                "/amount",
                "financing-decision-exceeded",
                "The financing decision in force gives %s %s; with %s more than that would be promised."
                        .formatted(purse.reference(), purse.decided(), asked));
    }

    /** A financing decision precedes any commitment; a legal one is signed before its appropriations are too old. */
    static void checkDates(LocalDate signedOn, Purse purse, int yearsToSign, Faults faults) {
        LocalDate decidedOn = purse.decidedOn();
        faults.require(
                decidedOn != null && !signedOn.isBefore(decidedOn),
                "/effectiveOn",
                "before-financing-decision",
                decidedOn == null
                        ? "No financing decision precedes %s.".formatted(purse.reference())
                        : "The financing decision of %s is of %s, after %s."
                                .formatted(purse.reference(), decidedOn, signedOn));
        int lastYear = purse.year() + yearsToSign;
        faults.require(
                signedOn.getYear() <= lastYear,
                "/effectiveOn",
                "signed-too-late",
                "A commitment from the appropriations of %d is signed by 31 December %d, not on %s."
                        .formatted(purse.year(), lastYear, signedOn));
    }

    static void checkDecommitment(Commitment commitment, NewDecommitment asked, Faults faults) {
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
        faults.require(
                !asked.effectiveOn().isBefore(commitment.effectiveOn()),
                "/effectiveOn",
                "before-commitment",
                "%s was committed on %s, after %s."
                        .formatted(commitment.reference(), commitment.effectiveOn(), asked.effectiveOn()));
    }
}
