package org.isthmus.programming.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;

/** Which id each reference stands for: a reference is unique, is never reused, and keeps its id through all versions. */
@ApplicationScoped
public class ActionRegister {

    private final EntityManager entityManager;

    ActionRegister(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The ids of the drafts' references in their order, new ones registered; refuses those of other work programmes. */
    public List<UUID> register(UUID workProgrammeId, List<ActionContent> drafts) {
        Map<String, RegisteredAction> known = known(drafts);
        refuseForeign(workProgrammeId, drafts, known);
        List<UUID> ids = new ArrayList<>();
        for (ActionContent draft : drafts) {
            RegisteredAction action = known.get(draft.reference());
            if (action == null) {
                action = new RegisteredAction(draft.reference(), workProgrammeId);
                entityManager.persist(action);
            }
            ids.add(action.id());
        }
        return ids;
    }

    public Optional<UUID> workProgrammeOf(UUID actionId) {
        return Optional.ofNullable(entityManager.find(RegisteredAction.class, actionId))
                .map(RegisteredAction::workProgrammeId);
    }

    private Map<String, RegisteredAction> known(List<ActionContent> drafts) {
        List<String> references = drafts.stream().map(ActionContent::reference).toList();
        return references.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("from RegisteredAction a where a.reference in :references", RegisteredAction.class)
                        .setParameter("references", references)
                        .getResultStream()
                        .collect(Collectors.toMap(RegisteredAction::reference, Function.identity()));
    }

    private static void refuseForeign(
            UUID workProgrammeId, List<ActionContent> drafts, Map<String, RegisteredAction> known) {
        Faults faults = new Faults();
        faults.each("/actions", drafts, (at, draft) -> {
            RegisteredAction action = known.get(draft.reference());
            faults.require(
                    action == null || action.workProgrammeId().equals(workProgrammeId),
                    at + "/reference",
                    "reference-taken",
                    "'%s' stands for an action of another work programme.".formatted(draft.reference()));
        });
        faults.refuseIfAny(Refusal.Kind.CONFLICT, "reference-taken", "An action's reference is never reused");
    }
}
