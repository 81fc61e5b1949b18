package org.isthmus.funding.grant;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.funding.ledger.Books;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What must hold before a grant is committed; each rule notes its own fault, so that all are told at once. */
final class GrantRules {

    private GrantRules() {}

    static void checkIndividual(
            NewCommitment asked,
            @Nullable DrawableAllocation drawable,
            Books books,
            int yearsToSign,
            Supplier<String> copyAge,
            Faults faults) {
        boolean positive = Amounts.isPositive(asked.amount(), faults);
        if (drawable == null) {
            faults.add(
                    "/actionId",
                    "financing-decision-missing",
                    "No financing decision gives action %s money of a budget line. %s"
                            .formatted(asked.actionId(), copyAge.get()));
            return;
        }
        checkWithdrawn(drawable, faults);
        checkDates(asked.day(), drawable, yearsToSign, faults);
        Money left = books.balance(drawable.account());
        if (!books.knows(drawable.account())) {
            faults.add("/actionId", "allocation-missing", "%s has no allocation.".formatted(drawable.reference()));
        } else if (positive && asked.amount().isMoreThan(left)) {
            faults.add(
                    "/amount",
                    "allocation-exceeded",
                    "%s is asked for, %s is left of the allocation of %s."
                            .formatted(asked.amount(), left, drawable.reference()));
        } else if (positive && !drawable.withdrawn()) {
            checkDecided(asked.amount(), drawable, left, faults);
        }
    }

    /** Money follows the project's action (R17, A13); a project that implements none here may draw on any. */
    static void checkAction(NewCommitment asked, @Nullable UUID ofProject, Faults faults) {
        faults.require(
                ofProject == null || ofProject.equals(asked.actionId()),
                "/actionId",
                "other-action",
                "The project implements action %s; no money of action %s is committed to it."
                        .formatted(ofProject, asked.actionId()));
    }

    static void checkWithdrawn(DrawableAllocation drawable, Faults faults) {
        faults.require(
                !drawable.withdrawn(),
                "/actionId",
                "action-withdrawn",
                "%s is no longer in its work programme.".formatted(drawable.reference()));
    }

    /** An allocation stays larger than a reduced decision while too much of it is committed; nothing more is then. */
    static void checkDecided(Money asked, DrawableAllocation drawable, Money left, Faults faults) {
        Money committed = drawable.allocated().minus(left);
        faults.require(
                !committed.plus(asked).isMoreThan(drawable.decided()),
                "/amount",
                "financing-decision-exceeded",
                "The financing decision in force gives %s %s; with %s more than that would be committed."
                        .formatted(drawable.reference(), drawable.decided(), asked));
    }

    /** A financing decision precedes any commitment; a legal one is signed before its appropriations are too old. */
    static void checkDates(LocalDate signedOn, DrawableAllocation drawable, int yearsToSign, Faults faults) {
        LocalDate decidedOn = drawable.decidedOn();
        faults.require(
                decidedOn != null && !signedOn.isBefore(decidedOn),
                "/effectiveOn",
                "before-financing-decision",
                decidedOn == null
                        ? "No financing decision precedes %s.".formatted(drawable.reference())
                        : "The financing decision of %s is of %s, after %s."
                                .formatted(drawable.reference(), decidedOn, signedOn));
        int lastYear = drawable.year() + yearsToSign;
        faults.require(
                signedOn.getYear() <= lastYear,
                "/effectiveOn",
                "signed-too-late",
                "A commitment from the appropriations of %d is signed by 31 December %d, not on %s."
                        .formatted(drawable.year(), lastYear, signedOn));
    }
}
