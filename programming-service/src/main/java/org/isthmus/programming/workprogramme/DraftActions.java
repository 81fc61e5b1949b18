package org.isthmus.programming.workprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.ActionDraft;
import org.isthmus.programming.action.ActionRegister;

/** Gives drafted actions the ids that their references stand for, and what the ledger answered about them before. */
@ApplicationScoped
class DraftActions {

    private final ActionRegister register;

    DraftActions(ActionRegister register) {
        this.register = register;
    }

    List<Action> of(UUID workProgrammeId, List<ActionDraft> drafts, List<Action> before) {
        List<UUID> ids = register.register(workProgrammeId, drafts);
        Map<UUID, Action> known = before.stream().collect(Collectors.toMap(Action::id, Function.identity()));
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Action earlier = known.get(ids.get(i));
            actions.add(Action.of(ids.get(i), drafts.get(i), earlier == null ? null : earlier.allocation()));
        }
        return actions;
    }
}
