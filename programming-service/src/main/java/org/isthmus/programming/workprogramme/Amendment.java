package org.isthmus.programming.workprogramme;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.money.Money;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.workflow.Opinion;
import org.isthmus.programming.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** A new text of an adopted work programme that waits for the committee; the adopted text stays in force meanwhile. */
record Amendment(String reason, List<Action> actions, Workflow workflow, String committeeBecause) {

    Amendment(String reason, List<Action> actions, String committeeBecause) {
        this(reason, actions, Workflow.committee(), committeeBecause);
    }

    Amendment heard(Opinion opinion, LocalDate on, LocalDate today) {
        return new Amendment(reason, actions, workflow.hear(opinion, on, today), committeeBecause);
    }

    /** An amendment that took effect. */
    @Schema(name = "AmendmentInForce", description = "An amendment that took effect.")
    record InForce(
            @Schema(required = true, description = "Which text of the work programme it made; the adopted one is 1.")
            int edition,

            @Schema(required = true) String reason,
            @Schema(required = true) LocalDate date,
            @Nullable String financingDecision,
            @Nullable Opinion opinion) {}

    /** How much money two texts put differently: the larger of all that grows and all that shrinks. */
    static Money change(List<Action> before, List<Action> after) {
        Money grown = Money.zero(Money.EUR);
        Money shrunk = Money.zero(Money.EUR);
        for (Action action : after) {
            Money old = before.stream()
                    .filter(earlier -> earlier.id().equals(action.id()))
                    .map(Action::amount)
                    .reduce(Money.zero(Money.EUR), Money::plus);
            Money difference = action.amount().minus(old);
            grown = difference.isPositive() ? grown.plus(difference) : grown;
            shrunk = difference.isPositive() ? shrunk : shrunk.minus(difference);
        }
        return grown.isMoreThan(shrunk) ? grown : shrunk;
    }
}
