package org.isthmus.programming.workprogramme;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.FinancingDecision;

/** The decision that an action rests on since the last amendment; before the first it rests on the adoption. */
record LaterDecision(UUID actionId, FinancingDecision decision) {

    /** What each action rests on after an amendment; one within the thresholds has no reference, only its day. */
    static List<LaterDecision> after(FinancingDecision amendment, List<Action> changed, WorkProgramme programme) {
        return changed.stream()
                .map(action -> new LaterDecision(action.id(), decision(amendment, action, programme)))
                .toList();
    }

    private static FinancingDecision decision(FinancingDecision amendment, Action now, WorkProgramme programme) {
        Optional<Action> before = programme.actions().stream()
                .filter(other -> other.id().equals(now.id()))
                .findFirst();
        boolean isDecided = amendment.reference() != null;
        if (before.isEmpty()) {
            return isDecided
                    ? amendment
                    : new FinancingDecision(programme.decision().reference(), amendment.date());
        }
        return isDecided && asksMore(now, before.get()) ? amendment : programme.decisionOn(now.id());
    }

    private static boolean asksMore(Action now, Action before) {
        return now.amount().isMoreThan(before.amount()) || !Objects.equals(now.budgetLine(), before.budgetLine());
    }
}
