package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Attributions;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.amendment.FinancingDecision;
import org.isthmus.programming.workprogramme.AllocationOutcome;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.AdoptedAction;
import org.jspecify.annotations.Nullable;

/** Takes over what work programmes adopt and what the ledger answers, in the transaction in which it happens. */
@ApplicationScoped
class FollowProgramming {

    private static final String ACT = """
            insert into coverage_act (action_id, measure, effective_on, change, recorded_from)
            select a.id, a.measure, ?, a.amount - coalesce(sum(c.change), 0), ?
              from (select cast(? as uuid) as id, cast(? as text) as measure, cast(? as numeric) as amount) a
              left join coverage_act c on c.action_id = a.id and c.measure = a.measure
             group by a.id, a.measure, a.amount
            having count(c.change) = 0 or a.amount <> sum(c.change)
            """;

    private final EntityManager entityManager;
    private final DataSource database;
    private final Clock clock;
    private final RecountCoverage recount;
    private final Attributions attributions;

    FollowProgramming(
            EntityManager entityManager,
            DataSource database,
            Clock clock,
            RecountCoverage recount,
            Attributions attributions) {
        this.entityManager = entityManager;
        this.database = database;
        this.clock = clock;
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
            case AllocationOutcome.Booked booked -> {
                coverage.allocated(booked.amount());
                act(coverage.id(), "allocated", booked.movementOn(), booked.amount());
            }
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
        act(action.actionId(), "indicative", dayOf(home), action.amount());
        recount.of(coverage);
    }

    /** Of the amendment; of the first text that of the financing decision, or when it was recorded where none is told. */
    private LocalDate dayOf(WorkProgrammeEvent home) {
        FinancingDecision decision = home.financingDecision();
        return Stream.of(home.amendedOn(), decision == null ? null : decision.date())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> LocalDate.now(clock));
    }

    /** The whole is so much from that day on; coverage is locked, so what it was before stands still. */
    private void act(UUID action, String measure, LocalDate on, Money amount) {
        Query.of(ACT, on, clock.instant().truncatedTo(ChronoUnit.MICROS), action, measure, amount.amount())
                .execute(database);
    }

    private @Nullable Coverage find(UUID actionId) {
        return entityManager.find(Coverage.class, actionId, LockModeType.PESSIMISTIC_WRITE);
    }
}
