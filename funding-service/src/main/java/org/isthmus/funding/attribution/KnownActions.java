package org.isthmus.funding.attribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.report.Attributions;
import org.jspecify.annotations.Nullable;

/** All actions that funding has heard of, with what their money belongs to. */
@ApplicationScoped
public class KnownActions implements PanacheRepositoryBase<KnownAction, UUID>, Reconciled {

    /** Where their owner tells of them. */
    public static final String TOPIC = "programming.work-programmes";

    private final Attributions attributions;

    KnownActions(Attributions attributions) {
        this.attributions = attributions;
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.withoutVersion(TOPIC, "known_action", """
                        select work_programme_id as key, id, reference as name, reference, programme, amount
                          from known_action where not withdrawn
                        """, "reference", "programme")
                .amounts("amount"));
    }

    public @Nullable KnownAction find(UUID id) {
        return findById(id);
    }

    public Map<UUID, KnownAction> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(KnownAction::id, Function.identity()));
    }

    /** True unless its text has been answered before; one that does not tell its edition is new. */
    public boolean isNewEdition(WorkProgramme programme) {
        return programme.edition() == null
                || count(
                                "workProgrammeId = ?1 and workProgrammeEdition >= ?2",
                                programme.workProgrammeId(),
                                programme.edition())
                        == 0;
    }

    /** Takes over an adopted or amended work programme; actions that it no longer has are withdrawn, and answered. */
    public List<KnownAction> learn(WorkProgramme programme) {
        Map<UUID, KnownAction> known = list("workProgrammeId", programme.workProgrammeId()).stream()
                .collect(Collectors.toMap(KnownAction::id, Function.identity()));
        for (WorkProgramme.Action action : programme.actions()) {
            KnownAction before = known.remove(action.actionId());
            if (before == null) {
                persist(new KnownAction(action.actionId(), programme, action));
            } else {
                before.become(programme, action);
            }
            attribute(programme, action);
        }
        List<KnownAction> gone =
                known.values().stream().filter(action -> !action.isWithdrawn()).toList();
        gone.forEach(action -> action.withdraw(programme));
        return gone;
    }

    /** The actions of a work programme, in its order. */
    public List<KnownAction> inOrder(WorkProgramme programme) {
        return programme.actions().stream()
                .map(action -> findById(action.actionId()))
                .toList();
    }

    private void attribute(WorkProgramme programme, WorkProgramme.Action action) {
        attributions.learn(new Attributions.Told(
                action.actionId(),
                action.reference(),
                true,
                programme.programme(),
                null,
                null,
                Attributions.orNone(action.attribution())));
    }
}
