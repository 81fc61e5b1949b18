package org.isthmus.programming.amendment;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.programming.action.Action;

/** The decision that an action rests on since the last amendment; before the first it rests on the adoption. */
record LaterDecision(UUID actionId, FinancingDecision decision) {

    /** What an action rests on after an amendment; one within the thresholds has no reference, only its day. */
    static LaterDecision of(
            FinancingDecision amendment, Action now, TextInForce text, Optional<FinancingDecision> known) {
        Optional<Action> before = text.actions().stream()
                .filter(other -> other.id().equals(now.id()))
                .findFirst();
        boolean isDecided = amendment.reference() != null;
        if (before.isEmpty()) {
            return new LaterDecision(
                    now.id(),
                    isDecided
                            ? amendment
                            : new FinancingDecision(text.adoption().reference(), amendment.date()));
        }
        return new LaterDecision(
                now.id(), isDecided && asksMore(now, before.get()) ? amendment : known.orElse(text.adoption()));
    }

    private static boolean asksMore(Action now, Action before) {
        return now.amount().isMoreThan(before.amount()) || !Objects.equals(now.budgetLine(), before.budgetLine());
    }
}
