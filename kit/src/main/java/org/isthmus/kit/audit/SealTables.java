package org.isthmus.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Seals the rows of each {@link SealedTable} that are not sealed yet, in blocks, one replica at a time. */
@ApplicationScoped
class SealTables {

    private static final Logger LOG = Logger.getLogger(SealTables.class);
    private static final long LOCK = 0x5EA1;
    private static final int BLOCK = 500;
    /** How far behind the last sealed position a row may still commit. */
    static final int LATE = 10_000;

    private final AgroalDataSource database;
    private final Clock clock;
    private final Instance<SealedTable> tables;

    SealTables(AgroalDataSource database, Clock clock, @Any Instance<SealedTable> tables) {
        this.database = database;
        this.clock = clock;
        this.tables = tables;
    }

    @Scheduled(
            every = "${isthmus.audit.seal-every:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws SQLException {
        for (SealedTable table : tables) {
            int sealed;
            do {
                sealed = sealBlock(table);
            } while (sealed == BLOCK);
        }
    }

    private int sealBlock(SealedTable table) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Row> rows = isOnlySealer(connection) ? unsealed(connection, table) : List.of();
                if (!rows.isEmpty()) {
                    seal(connection, table.name(), rows);
                }
                connection.commit();
                return rows.size();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private record Row(long position, String text) {}

    private static boolean isOnlySealer(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("/* job */ select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            ResultSet result = lock.executeQuery();
            return result.next() && result.getBoolean(1);
        }
    }

    private static List<Row> unsealed(Connection connection, SealedTable table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                /* job */ select %1$s from %2$s a
                where a.position > (select coalesce(max(position), 0) - ? from %2$s_sealed)
                  and not exists (select 1 from %2$s_sealed s where s.position = a.position)
                order by a.position limit ?
                """.formatted(table.columns(), table.name()))) {
            select.setInt(1, LATE);
            select.setInt(2, BLOCK);
            ResultSet row = select.executeQuery();
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(new Row(row.getLong("position"), table.text(row)));
            }
            return rows;
        }
    }

    /** Told in the log too, so that a tail of seals that is cut off later shows against it. */
    private void seal(Connection connection, String table, List<Row> rows) throws SQLException {
        long number = 1;
        String previous = Seal.FIRST;
        try (PreparedStatement select = connection.prepareStatement(
                        "/* job */ select number, hash from %s_seal order by number desc limit 1".formatted(table));
                ResultSet last = select.executeQuery()) {
            if (last.next()) {
                number = last.getLong(1) + 1;
                previous = last.getString(2);
            }
        }
        Seal seal = new Seal(previous);
        rows.forEach(row -> seal.add(row.text()));
        String hash = seal.hash();
        LOG.infof("%s: seal %d over %d rows is %s", table, number, rows.size(), hash);
        try (PreparedStatement insert = connection.prepareStatement(
                "/* job */ insert into %s_seal (number, hash, sealed_at) values (?, ?, ?)".formatted(table))) {
            insert.setLong(1, number);
            insert.setString(2, hash);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "/* job */ insert into %s_sealed (position, seal) select position, ? from unnest(?) as position"
                        .formatted(table))) {
            insert.setLong(1, number);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::position).toArray()));
            insert.executeUpdate();
        }
    }
}
