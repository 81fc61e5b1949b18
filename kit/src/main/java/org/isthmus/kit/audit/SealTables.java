package org.isthmus.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jboss.logging.Logger;

/**
 * Seals the rows of each {@link SealedTable} that are committed and not sealed yet, in blocks, one replica at a time.
 *
 * <p>The last seal says up to which position all rows are sealed that its snapshot saw. What comes after it is beyond that
 * position, or of a transaction that was open then, however long it takes: one that had begun before the seal's own.
 */
@ApplicationScoped
class SealTables {

    private static final Logger LOG = Logger.getLogger(SealTables.class);
    private static final int BLOCK = 500;

    private final DataSource database;
    private final Clock clock;
    private final Instance<SealedTable> tables;
    private final String key;

    SealTables(
            DataSource database,
            Clock clock,
            @Any Instance<SealedTable> tables,
            @ConfigProperty(name = "isthmus.seal-key") String key) {
        this.database = database;
        this.clock = clock;
        this.tables = tables;
        this.key = key;
    }

    @Scheduled(
            every = "${isthmus.audit.seal-every:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (SealedTable table : tables) {
            seal(table, () -> Locks.tryLock(database, lock(table)));
        }
    }

    /** Seals what is committed by now, so that it has its place. */
    void upToNow(SealedTable table) {
        seal(table, () -> {
            Locks.lock(database, lock(table));
            return true;
        });
    }

    private void seal(SealedTable table, BooleanSupplier isMine) {
        int sealed;
        do {
            sealed = QuarkusTransaction.requiringNew().call(() -> isMine.getAsBoolean() ? sealBlock(table) : 0);
        } while (sealed == BLOCK);
    }

    private static String lock(SealedTable table) {
        return "seal " + table.name();
    }

    private record Last(String chain, long number, String hash, long position, String snapshot, String transaction) {

        static Last of(Row row) {
            return new Last(
                    row.text("chain"),
                    row.number("number"),
                    row.text("hash"),
                    row.number("position"),
                    row.text("snapshot"),
                    row.text("transaction"));
        }
    }

    private record Unsealed(long position, String content, String snapshot) {

        static Unsealed of(Row row) {
            return new Unsealed(row.number("position"), row.text("content"), row.text("snapshot"));
        }
    }

    private int sealBlock(SealedTable table) {
        Last last =
                Query.of("""
                        /* job */ select chain, number, hash, position, snapshot::text as snapshot, transaction::text as transaction
                          from %s_seal order by number desc limit 1
                        """.formatted(table.name())).first(database, Last::of).orElseGet(this::beginning);
        List<Unsealed> rows = Query.of(
                        """
                        /* job */ select a.position, %1$s as content, pg_current_snapshot()::text as snapshot
                          from (select position from %2$s where position > ?
                                union
                                select late.position from pg_snapshot_xip(?::pg_snapshot) open (transaction)
                                  join %2$s late on late.transaction = open.transaction
                                union
                                select position from %2$s
                                 where transaction >= pg_snapshot_xmax(?::pg_snapshot) and transaction < ?::xid8) candidate
                          join %2$s a using (position)
                         where not exists (select from %2$s_sealed s where s.position = a.position)
                         order by a.position limit ?
                        """.formatted(Seal.content(table), table.name()),
                        last.position(),
                        last.snapshot(),
                        last.snapshot(),
                        last.transaction(),
                        BLOCK)
                .list(database, Unsealed::of);
        if (!rows.isEmpty()) {
            seal(table.name(), last, rows);
        }
        return rows.size();
    }

    /** A chain carries the name of the installation, its schema. */
    private Last beginning() {
        return Query.of("""
                        /* job */ select current_schema() as chain, cast(0 as bigint) as number, current_schema() as hash,
                               cast(%d as bigint) as position, '1:1:' as snapshot, '0' as transaction
                        """.formatted(Long.MIN_VALUE + 1)).only(database, Last::of);
    }

    /**
     * Told in the log too, so that a tail of seals that is cut off later shows against it. A full block may leave rows that
     * its snapshot saw, so only one that is not full moves the position on.
     */
    private void seal(String table, Last last, List<Unsealed> rows) {
        Seal seal = new Seal(key, last.hash());
        rows.forEach(row -> seal.add(row.content()));
        String hash = seal.hash();
        long number = last.number() + 1;
        boolean isComplete = rows.size() < BLOCK;
        LOG.infof("%s: seal %d of %s over %d rows is %s", table, number, last.chain(), rows.size(), hash);
        Query.of(
                        """
                        /* job */ insert into %s_seal (chain, number, hash, position, snapshot, sealed_at)
                        values (?, ?, ?, ?, ?::pg_snapshot, ?)
                        """.formatted(table),
                        last.chain(),
                        number,
                        hash,
                        isComplete ? Math.max(last.position(), rows.getLast().position()) : last.position(),
                        isComplete ? rows.getLast().snapshot() : last.snapshot(),
                        clock.instant())
                .execute(database);
        Query.of(
                        """
                        /* job */ insert into %1$s_sealed (position, chain, seal, number)
                        select position, ?, ?,
                               (select coalesce(max(number), 0) from %1$s_sealed) + row_number() over (order by position)
                          from unnest(?) as position
                        """.formatted(table),
                        last.chain(),
                        number,
                        rows.stream().map(Unsealed::position).toList())
                .execute(database);
    }
}
