package org.isthmus.projects.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.isthmus.kit.money.Money;

/**
 * The newest state of every commitment that funding has told of, and for each project their sums, present and past.
 *
 * <p>A copy of what funding owns: it changes beside the project, which gets no version by it.
 */
@ApplicationScoped
public class Commitments {

    private final Session database;
    private final Clock clock;

    Commitments(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps the state unless a newer one is known; says whether it was kept. */
    public boolean learn(CommitmentState state) {
        lock(state.projectId());
        boolean isNews = isKept(state);
        if (isNews) {
            addUp(state.projectId());
        }
        return isNews;
    }

    /** Of one project one state at a time, or the sums would miss one of two. */
    private void lock(UUID projectId) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:project, 0))", Integer.class)
                .setParameter("project", projectId.toString())
                .getSingleResult();
    }

    private void addUp(UUID projectId) {
        ProjectMoney sums = of(projectId).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean isFirst = database.createNativeMutationQuery("""
                        update project_money set superseded_at = greatest(recorded_at, :now)
                        where project_id = :project and superseded_at is null
                        """)
                        .setParameter("now", now)
                        .setParameter("project", projectId)
                        .executeUpdate()
                == 0;
        if (isFirst) {
            database.createNativeMutationQuery("""
                            insert into project_money (project_id, version, recorded_at, superseded_at)
                            values (:project, 0, '-infinity', :now)
                            """)
                    .setParameter("project", projectId)
                    .setParameter("now", now)
                    .executeUpdate();
        }
        database.createNativeMutationQuery("""
                        insert into project_money (project_id, version, recorded_at, currency, committed, decommitted, paid,
                            recovered, outstanding, historical)
                        select project_id, max(version) + 1, max(superseded_at), :currency, :committed, :decommitted, :paid,
                            :recovered, :outstanding, :historical
                        from project_money where project_id = :project group by project_id
                        """)
                .setParameter("project", projectId)
                .setParameter("currency", sums.currency())
                .setParameter("committed", sums.committed())
                .setParameter("decommitted", sums.decommitted())
                .setParameter("paid", sums.paid())
                .setParameter("recovered", sums.recovered())
                .setParameter("outstanding", sums.outstanding())
                .setParameter("historical", sums.historical())
                .executeUpdate();
    }

    private boolean isKept(CommitmentState state) {
        Currency currency = state.committed().currency();
        return database.createNativeMutationQuery("""
                        insert into known_commitment as known (id, version, reference, project_id, historical, status,
                            currency, committed, decommitted, paid, recovered, outstanding)
                        values (:id, :version, :reference, :projectId, :historical, :status,
                            :currency, :committed, :decommitted, :paid, :recovered, :outstanding)
                        on conflict (id) do update set version = excluded.version, reference = excluded.reference,
                            historical = excluded.historical, status = excluded.status, currency = excluded.currency, committed = excluded.committed,
                            decommitted = excluded.decommitted, paid = excluded.paid,
                            recovered = excluded.recovered, outstanding = excluded.outstanding
                        where excluded.version > known.version
                            or (excluded.version = known.version and known.status is null)
                        """)
                        .setParameter("id", state.commitmentId())
                        .setParameter("version", state.version())
                        .setParameter("reference", state.reference())
                        .setParameter("projectId", state.projectId())
                        .setParameter("historical", state.historical())
                        .setParameter("status", state.status())
                        .setParameter("currency", currency.getCurrencyCode())
                        .setParameter("committed", in(currency, state.committed()))
                        .setParameter("decommitted", in(currency, state.decommitted()))
                        .setParameter("paid", in(currency, state.paid()))
                        .setParameter("recovered", in(currency, state.recovered()))
                        .setParameter("outstanding", in(currency, state.outstanding()))
                        .executeUpdate()
                == 1;
    }

    /** The books hold a promise of just this to the project, and have not undone it. */
    public boolean hold(UUID projectId, String reference, Money amount) {
        return database.createNativeQuery("""
                        select exists (select 1 from known_commitment
                            where project_id = :projectId and reference = :reference and not historical
                            and status <> :reversed and currency = :currency and committed = :amount)
                        """, Boolean.class)
                .setParameter("projectId", projectId)
                .setParameter("reference", reference)
                .setParameter("reversed", CommitmentState.REVERSED)
                .setParameter("currency", amount.currency().getCurrencyCode())
                .setParameter("amount", amount.amount())
                .getSingleResult();
    }

    /** The sums for a project; empty while the books know of no commitment. */
    public Optional<ProjectMoney> of(UUID projectId) {
        List<Tuple> rows = database.createNativeQuery("""
                        select currency, sum(committed), sum(decommitted), sum(paid), sum(recovered), sum(outstanding),
                            bool_or(historical)
                        from known_commitment where project_id = :projectId group by currency
                        """, Tuple.class)
                .setParameter("projectId", projectId)
                .getResultList();
        if (rows.size() > 1) {
            throw new IllegalArgumentException("the books are kept in one currency, not in " + rows.size());
        }
        return rows.stream().findFirst().map(Commitments::sums);
    }

    private static ProjectMoney sums(Tuple row) {
        int decimals = Currency.getInstance(row.get(0, String.class)).getDefaultFractionDigits();
        return new ProjectMoney(
                row.get(0, String.class),
                scaled(row, 1, decimals),
                scaled(row, 2, decimals),
                scaled(row, 3, decimals),
                scaled(row, 4, decimals),
                scaled(row, 5, decimals),
                row.get(6, Boolean.class));
    }

    private static BigDecimal scaled(Tuple row, int column, int decimals) {
        return row.get(column, BigDecimal.class).setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal in(Currency currency, Money money) {
        if (!money.currency().equals(currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(money.currency(), currency));
        }
        return money.amount();
    }
}
