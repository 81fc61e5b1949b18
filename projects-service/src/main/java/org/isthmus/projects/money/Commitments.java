package org.isthmus.projects.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.values.Money;

/**
 * The newest state of every commitment that funding has told of, and for each project their sums, present and past.
 *
 * <p>A copy of what funding owns: it changes beside the project, which gets no version by it.
 */
@ApplicationScoped
public class Commitments {

    private final DataSource database;
    private final Clock clock;

    Commitments(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps the state unless a newer one is known; says whether it was kept. */
    boolean learn(CommitmentState state) {
        // of one project one state at a time, or the sums would miss one of two
        Locks.lock(database, "money of " + state.projectId());
        boolean isNew = isKept(state);
        if (isNew) {
            addUp(state.projectId());
        }
        return isNew;
    }

    private void addUp(UUID projectId) {
        ProjectMoney sums = of(projectId).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean isFirst = Query.of("""
                        update project_money set superseded_at = greatest(recorded_at, ?)
                         where project_id = ? and superseded_at is null
                        """, now, projectId).execute(database) == 0;
        if (isFirst) {
            Query.of("""
                    insert into project_money (project_id, version, recorded_at, superseded_at)
                    values (?, 0, '-infinity', ?)
                    """, projectId, now).execute(database);
        }
        Query.of(
                        """
                        insert into project_money (project_id, version, recorded_at, currency, committed, decommitted, paid,
                            recovered, outstanding, historical)
                        select project_id, max(version) + 1, max(superseded_at), ?, ?, ?, ?, ?, ?, ?
                          from project_money where project_id = ? group by project_id
                        """,
                        sums.currency(),
                        sums.committed(),
                        sums.decommitted(),
                        sums.paid(),
                        sums.recovered(),
                        sums.outstanding(),
                        sums.historical(),
                        projectId)
                .execute(database);
    }

    private boolean isKept(CommitmentState state) {
        Currency currency = state.committed().currency();
        return Query.of(
                                """
                                insert into known_commitment as known (id, version, reference, project_id, historical, status,
                                    currency, committed, decommitted, paid, recovered, outstanding)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (id) do update set version = excluded.version, reference = excluded.reference,
                                    historical = excluded.historical, status = excluded.status,
                                    currency = excluded.currency, committed = excluded.committed,
                                    decommitted = excluded.decommitted, paid = excluded.paid,
                                    recovered = excluded.recovered, outstanding = excluded.outstanding
                                 where excluded.version > known.version
                                """,
                                state.commitmentId(),
                                state.version(),
                                state.reference(),
                                state.projectId(),
                                state.historical(),
                                state.status(),
                                currency.getCurrencyCode(),
                                in(currency, state.committed()),
                                in(currency, state.decommitted()),
                                in(currency, state.paid()),
                                in(currency, state.recovered()),
                                in(currency, state.outstanding()))
                        .execute(database)
                == 1;
    }

    /** The books hold a commitment of just this to the project, and have not undone it. */
    public boolean hold(UUID projectId, String reference, Money amount) {
        return Query.of(
                        """
                        select 1 from known_commitment
                         where project_id = ? and reference = ? and not historical
                           and status <> ? and currency = ? and committed = ?
                        """,
                        projectId,
                        reference,
                        CommitmentState.REVERSED,
                        amount.currency().getCurrencyCode(),
                        amount.amount())
                .first(database, row -> true)
                .isPresent();
    }

    /** The sums for a project; empty while the books know of no commitment. */
    public Optional<ProjectMoney> of(UUID projectId) {
        List<ProjectMoney> sums = Query.of("""
                        select currency, sum(committed) as committed, sum(decommitted) as decommitted, sum(paid) as paid,
                               sum(recovered) as recovered, sum(outstanding) as outstanding,
                               bool_or(historical) as historical
                          from known_commitment where project_id = ? group by currency
                        """, projectId).list(database, Commitments::sums);
        if (sums.size() > 1) {
            throw new IllegalArgumentException("the books are kept in one currency, not in " + sums.size());
        }
        return sums.stream().findFirst();
    }

    private static ProjectMoney sums(Row row) {
        return new ProjectMoney(
                row.text("currency"),
                scaled(row, "committed"),
                scaled(row, "decommitted"),
                scaled(row, "paid"),
                scaled(row, "recovered"),
                scaled(row, "outstanding"),
                row.flag("historical"));
    }

    private static BigDecimal scaled(Row row, String column) {
        int decimals = Currency.getInstance(row.text("currency")).getDefaultFractionDigits();
        return row.decimal(column).setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal in(Currency currency, Money money) {
        if (!money.currency().equals(currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(money.currency(), currency));
        }
        return money.amount();
    }
}
