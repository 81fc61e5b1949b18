package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.isthmus.kit.report.Attributions;
import org.isthmus.programming.workprogramme.AllocationOutcome;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.AdoptedAction;
import org.jspecify.annotations.Nullable;

/** Takes over what work programmes adopt and what the ledger answers, in the transaction in which it happens. */
@ApplicationScoped
class FollowProgramming {

    private final EntityManager entityManager;
    private final RecountCoverage recount;
    private final Attributions attributions;

    FollowProgramming(EntityManager entityManager, RecountCoverage recount, Attributions attributions) {
        this.entityManager = entityManager;
        this.recount = recount;
        this.attributions = attributions;
    }

    void on(@Observes WorkProgrammeEvent event) {
        List<AdoptedAction> actions = event.actions();
        if (actions != null) { // when it is closed, what was planned stands
            actions.forEach(action -> plan(action, event));
        }
    }

    void on(@Observes AllocationOutcome outcome) {
        Coverage coverage = find(outcome.actionId());
        if (coverage == null) {
            return;
        }
        switch (outcome) {
            case AllocationOutcome.Booked booked -> coverage.allocated(booked.amount());
            case AllocationOutcome.Refused refused -> coverage.refused(refused.detail());
        }
        recount.of(coverage);
    }

    private void plan(AdoptedAction action, WorkProgrammeEvent home) {
        Coverage.Planned planned = new Coverage.Planned(
                home.workProgrammeId(),
                home.reference(),
                home.programme(),
                home.year(),
                home.part(),
                action.reference(),
                action.title(),
                action.countries(),
                action.regions(),
                action.strands(),
                action.amount());
        attributions.learn(new Attributions.Told(
                action.actionId(),
                action.reference(),
                true,
                home.programme(),
                null,
                null,
                Objects.requireNonNull(action.attribution(), "an adopted action tells its attribution")));
        Coverage coverage = find(action.actionId());
        if (coverage == null) {
            coverage = new Coverage(action.actionId(), planned);
            entityManager.persist(coverage);
        } else {
            coverage.replan(planned);
        }
        recount.of(coverage);
    }

    private @Nullable Coverage find(UUID actionId) {
        return entityManager.find(Coverage.class, actionId, LockModeType.PESSIMISTIC_WRITE);
    }
}
