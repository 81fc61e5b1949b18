package org.isthmus.funding.allocation;

import java.time.LocalDate;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.ledger.Books;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;

/** What must hold before money is set aside for an action; each rule notes its own fault. */
final class AllocationRules {

    private AllocationRules() {}

    /** A financing decision precedes any commitment of money; it says how much at most, and from which line. */
    static void check(KnownAction action, Money asked, LocalDate effectiveOn, Faults faults) {
        LocalDate decidedOn = action.decidedOn();
        if (asked.signum() < 0) {
            faults.add("/amount", "allocation-negative", "An allocation is never less than nothing.");
        }
        if (asked.isPositive()) {
            faults.require(
                    !action.isWithdrawn(),
                    "/actionId",
                    "action-withdrawn",
                    "%s is no longer in its work programme.".formatted(action.reference()));
            faults.require(
                    decidedOn != null,
                    "/actionId",
                    "financing-decision-missing",
                    "No financing decision precedes %s.".formatted(action.reference()));
            faults.require(
                    action.budgetLine() != null,
                    "/actionId",
                    "budget-line-missing",
                    "%s names no budget line.".formatted(action.reference()));
            faults.require(
                    decidedOn == null || !effectiveOn.isBefore(decidedOn),
                    "/effectiveOn",
                    "before-financing-decision",
                    "The financing decision of %s is of %s, after %s."
                            .formatted(action.reference(), decidedOn, effectiveOn));
        }
        Money decided = action.decided();
        faults.require(
                !asked.isMoreThan(decided) || action.isWithdrawn(),
                "/amount",
                "financing-decision-exceeded",
                "The financing decision gives %s %s; %s would be set aside."
                        .formatted(action.reference(), decided, asked));
    }

    static void checkAppropriation(SourceChange.BudgetSource source, Books books, Money more, Faults faults) {
        Money left = books.balance(source.appropriation());
        if (!books.knows(source.appropriation())) {
            faults.add(
                    "/amount",
                    "appropriation-missing",
                    "Budget line %s has no commitment appropriations for %d.".formatted(source.line(), source.year()));
        } else if (more.isMoreThan(left)) {
            faults.add(
                    "/amount",
                    "appropriation-exceeded",
                    "%s is asked for %s, %s is left of the commitment appropriations of %s for %d."
                            .formatted(more, source.action().reference(), left, source.line(), source.year()));
        }
    }

    static void checkCommitted(SourceChange.BudgetSource source, Books books, Money less, Money asked, Faults faults) {
        Money left = books.balance(source.allocation());
        faults.require(
                !less.isMoreThan(left),
                "/amount",
                "allocation-committed",
                "The allocation of %s can't come down to %s, or leave %s of %d: too much of it is committed."
                        .formatted(source.action().reference(), asked, source.line(), source.year()));
    }
}
