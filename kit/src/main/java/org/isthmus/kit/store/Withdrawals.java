package org.isthmus.kit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.rules.Refusal;

/** Former versions that are read no more: what is left of each is when it was withdrawn, and why. */
@ApplicationScoped
class Withdrawals {

    private final DataSource database;
    private final Clock clock;
    private final Views views;

    Withdrawals(DataSource database, Clock clock, Views views) {
        this.database = database;
        this.clock = clock;
        this.views = views;
    }

    /**
     * Former versions are read no more. They still count where the past is added up.
     *
     * @return those that were there and not withdrawn yet
     */
    @Transactional(TxType.MANDATORY)
    List<Integer> withdraw(ViewTable<?> table, Noun noun, Aggregate aggregate, int first, Withdrawal withdrawal) {
        int last = withdrawal.last(first);
        if (last < first) {
            throw Refusal.invalid(
                    "through-before-version", "Version %d does not follow version %d".formatted(last, first));
        }
        if (first < 1 || last > aggregate.version()) {
            throw noun.versionUnknown(aggregate.id(), last);
        }
        if (last == aggregate.version()) {
            throw Refusal.conflict(
                    "version-stands",
                    "Version %d is the present one: change what must not be read, or unpublish, then withdraw it"
                            .formatted(last));
        }
        List<Integer> withdrawn = Query.of(
                        """
                        update %s set withdrawn_at = ?, withdrawn_for = ?, withdrawn_reason = ?
                         where id = ? and version between ? and ? and withdrawn_at is null returning version
                        """.formatted(table.history()),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        withdrawal.ground().name(),
                        withdrawal.reason(),
                        aggregate.id(),
                        first,
                        last)
                .list(database, row -> row.integer("version"));
        if (withdrawn.isEmpty()) {
            throw Refusal.conflict("already-withdrawn", "They were withdrawn before");
        }
        return withdrawn;
    }

    /** A version that was withdrawn, where the caller could have read it. */
    record Withdrawn(int version, Instant at, String ground) {

        static Withdrawn of(Row row) {
            return new Withdrawn(row.integer("version"), row.instant("withdrawn_at"), row.text("withdrawn_for"));
        }
    }

    Optional<Withdrawn> withdrawn(ViewTable<?> table, UUID id, int version) {
        return withdrawn(table, Query.of("id = ? and version = ?", id, version));
    }

    /** The same of the version that stood then. */
    Optional<Withdrawn> withdrawn(ViewTable<?> table, UUID id, Instant at) {
        return withdrawn(table, Query.of("id = ? and recorded_at <= ? and superseded_at > ?", id, at, at));
    }

    private Optional<Withdrawn> withdrawn(ViewTable<?> table, Query which) {
        return table.history().isEmpty()
                ? Optional.empty()
                : Query.of("select version, withdrawn_at, withdrawn_for from %s where withdrawn_at is not null and "
                                .formatted(table.history()))
                        .add(which)
                        .add(" and ")
                        .add(views.formerReaders(table))
                        .first(database, Withdrawn::of);
    }
}
