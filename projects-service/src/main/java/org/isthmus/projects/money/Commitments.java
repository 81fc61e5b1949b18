package org.isthmus.projects.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of every commitment that funding has told of, and for each project their sums, present and past.
 *
 * <p>A copy of what funding owns: it changes beside the project, which gets no version by it.
 */
@ApplicationScoped
public class Commitments implements Reconciled {

    /** What the newest state adds to the one before moves the sums of its project, whose present ones become past. */
    private static final String LEARN = """
            with told (id, version, reference, project_id, action_id, historical, status, currency, committed, decommitted, paid,
                    recovered, outstanding, at) as (
                values (?, ?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz))),
            kept as (
                insert into known_commitment as known (id, version, reference, project_id, action_id, historical, status,
                    currency, committed, decommitted, paid, recovered, outstanding)
                select id, version, reference, project_id, action_id, historical, status, currency, committed, decommitted,
                       paid, recovered, outstanding
                  from told
                on conflict (id) do update set version = excluded.version, reference = excluded.reference,
                    action_id = excluded.action_id, historical = excluded.historical, status = excluded.status, currency = excluded.currency,
                    committed = excluded.committed, decommitted = excluded.decommitted, paid = excluded.paid,
                    recovered = excluded.recovered, outstanding = excluded.outstanding
                 where excluded.version >= known.version
                   and (excluded.version, excluded.reference, excluded.action_id, excluded.historical, excluded.status,
                        excluded.currency, excluded.committed, excluded.decommitted, excluded.paid, excluded.recovered,
                        excluded.outstanding)
                       is distinct from
                       (known.version, known.reference, known.action_id, known.historical, known.status, known.currency,
                        known.committed, known.decommitted, known.paid, known.recovered, known.outstanding)
                returning new.project_id, new.currency,
                    new.committed - coalesce(old.committed, 0) as committed,
                    new.decommitted - coalesce(old.decommitted, 0) as decommitted,
                    new.paid - coalesce(old.paid, 0) as paid,
                    new.recovered - coalesce(old.recovered, 0) as recovered,
                    new.outstanding - coalesce(old.outstanding, 0) as outstanding,
                    case when new.historical then new.committed else 0 end
                        - case when old.historical then old.committed else 0 end as committed_of_past,
                    case when new.historical then new.outstanding else 0 end
                        - case when old.historical then old.outstanding else 0 end as payments_unknown),
            past as (
                update project_money m set superseded_at = greatest(m.recorded_at, told.at)
                  from kept, told
                 where m.project_id = kept.project_id and m.superseded_at is null
                returning m.*),
            beginning as (
                insert into project_money (project_id, version, recorded_at, superseded_at)
                select kept.project_id, 0, '-infinity', told.at from kept, told where not exists (select from past))
            insert into project_money (project_id, version, recorded_at, currency, committed, decommitted, paid, recovered,
                outstanding, committed_of_past, payments_unknown)
            select kept.project_id, coalesce(past.version, 0) + 1, coalesce(past.superseded_at, told.at),
                   case when coalesce(past.currency, kept.currency) = kept.currency then kept.currency end,
                   coalesce(past.committed, 0) + kept.committed, coalesce(past.decommitted, 0) + kept.decommitted,
                   coalesce(past.paid, 0) + kept.paid, coalesce(past.recovered, 0) + kept.recovered,
                   coalesce(past.outstanding, 0) + kept.outstanding,
                   coalesce(past.committed_of_past, 0) + kept.committed_of_past,
                   coalesce(past.payments_unknown, 0) + kept.payments_unknown
              from told, kept left join past on true
            """;

    private final DataSource database;
    private final Clock clock;

    Commitments(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(
                DigestedRows.of("funding.commitments", "known_commitment", """
                        select project_id as key, id, version, reference as name, reference, action_id as action, historical,
                               committed, decommitted, case when not historical then paid end as paid,
                               case when not historical then outstanding end as outstanding
                          from known_commitment
                        """, "reference", "action", "historical")
                        .amounts("committed", "decommitted", "paid", "outstanding"));
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check(
                "MONEY",
                "Each project's money is the sum of its commitments",
                "select count(*) from project_money where superseded_at is null",
                """
            select coalesce(k.project_id, m.project_id)::text,
                   concat_ws(' - ', round(k.committed, 2), round(k.decommitted, 2), round(k.paid, 2)),
                   concat_ws(' - ', round(m.committed, 2), round(m.decommitted, 2), round(m.paid, 2))
              from (select project_id, sum(committed) as committed, sum(decommitted) as decommitted, sum(paid) as paid,
                           sum(outstanding) as outstanding
                      from known_commitment group by project_id) k
              full join (select * from project_money where superseded_at is null) m on m.project_id = k.project_id
             where (k.committed, k.decommitted, k.paid, k.outstanding)
                is distinct from (m.committed, m.decommitted, m.paid, m.outstanding)
            """));
    }

    /** Keeps the state unless a newer one is known; says whether it was kept. */
    boolean learn(CommitmentState state) {
        // of one project one state at a time, or the sums would miss one of two
        Locks.lock(database, "money of " + state.projectId());
        Currency currency = state.committed().currency();
        return Query.of(
                                LEARN,
                                state.commitmentId(),
                                state.version(),
                                state.reference(),
                                state.projectId(),
                                state.actionId(),
                                state.historical(),
                                state.status(),
                                currency.getCurrencyCode(),
                                in(currency, state.committed()),
                                in(currency, state.decommitted()),
                                in(currency, state.paid()),
                                in(currency, state.recovered()),
                                in(currency, state.left()),
                                clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .execute(database)
                == 1;
    }

    /** The books hold a commitment of just this to the project, drawn from the action, and have not undone it. */
    public boolean hold(UUID projectId, String reference, Money amount, @Nullable UUID action) {
        return Query.of(
                        """
                        select 1 from known_commitment
                         where project_id = ? and reference = ? and not historical
                           and status <> ? and currency = ? and committed = ?
                           and coalesce(action_id = cast(? as uuid), true)
                        """,
                        projectId,
                        reference,
                        CommitmentState.REVERSED,
                        amount.currency().getCurrencyCode(),
                        amount.amount(),
                        action)
                .first(database, row -> true)
                .isPresent();
    }

    /** What the books hold for the project and have not undone: a reference each, by the action that it is drawn from. */
    public Map<String, Optional<UUID>> held(UUID projectId) {
        Map<String, Optional<UUID>> held = new TreeMap<>();
        Query.of(
                        "select reference, action_id from known_commitment where project_id = ? and status <> ?",
                        projectId,
                        CommitmentState.REVERSED)
                .list(database, row -> held.put(row.text("reference"), Optional.ofNullable(row.findUuid("action_id"))));
        return held;
    }

    /** The sums for a project; empty while the books know of no commitment. */
    public Optional<ProjectMoney> of(UUID projectId) {
        return Query.of("select * from project_money where project_id = ? and superseded_at is null", projectId)
                .first(database, Commitments::sums);
    }

    private static ProjectMoney sums(Row row) {
        return new ProjectMoney(
                row.text("currency"),
                scaled(row, "committed"),
                scaled(row, "decommitted"),
                scaled(row, "paid"),
                scaled(row, "recovered"),
                scaled(row, "outstanding"),
                scaled(row, "committed_of_past"),
                scaled(row, "payments_unknown"));
    }

    private static BigDecimal scaled(Row row, String column) {
        int decimals = Currency.getInstance(row.text("currency")).getDefaultFractionDigits();
        return row.decimal(column).setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** What is not known adds nothing: sums of the past tell apart what they don't know. */
    private static BigDecimal in(Currency currency, @Nullable Money money) {
        if (money == null) {
            return BigDecimal.ZERO;
        }
        if (!money.currency().equals(currency)) {
            throw new IllegalArgumentException("%s and %s do not mix".formatted(money.currency(), currency));
        }
        return money.amount();
    }
}
