package org.isthmus.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Seals the audit lines that are not sealed yet, in blocks, one replica at a time. */
@ApplicationScoped
class SealAuditLog {

    private static final Logger LOG = Logger.getLogger(SealAuditLog.class);
    private static final long LOCK = 0x5EA1;
    private static final int BLOCK = 500;
    /** How far behind the last sealed position a line may still commit. */
    static final int LATE = 10_000;

    private final AgroalDataSource database;
    private final Clock clock;

    SealAuditLog(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "${isthmus.audit.seal-every:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws SQLException {
        int sealed;
        do {
            sealed = sealBlock();
        } while (sealed == BLOCK);
    }

    int sealBlock() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<AuditLine> lines = isOnlySealer(connection) ? unsealed(connection) : List.of();
                if (!lines.isEmpty()) {
                    seal(connection, lines);
                }
                connection.commit();
                return lines.size();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean isOnlySealer(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("/* job */ select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            ResultSet result = lock.executeQuery();
            return result.next() && result.getBoolean(1);
        }
    }

    private static List<AuditLine> unsealed(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("/* job */ select " + AuditLine.COLUMNS
                + " from audit a where a.position > (select coalesce(max(position), 0) - ? from audit_sealed)"
                + " and not exists (select 1 from audit_sealed s where s.position = a.position)"
                + " order by a.position limit ?")) {
            select.setInt(1, LATE);
            select.setInt(2, BLOCK);
            ResultSet row = select.executeQuery();
            List<AuditLine> lines = new ArrayList<>();
            while (row.next()) {
                lines.add(AuditLine.of(row));
            }
            return lines;
        }
    }

    /** Told in the log too, so that a tail of seals that is cut off later shows against it. */
    private void seal(Connection connection, List<AuditLine> lines) throws SQLException {
        long number = 1;
        String previous = Seal.FIRST;
        try (PreparedStatement select = connection.prepareStatement(
                        "/* job */ select number, hash from audit_seal order by number desc limit 1");
                ResultSet last = select.executeQuery()) {
            if (last.next()) {
                number = last.getLong(1) + 1;
                previous = last.getString(2);
            }
        }
        Seal seal = new Seal(previous);
        lines.forEach(seal::add);
        String hash = seal.hash();
        LOG.infof("audit seal %d over %d lines: %s", number, lines.size(), hash);
        try (PreparedStatement insert = connection.prepareStatement(
                "/* job */ insert into audit_seal (number, hash, sealed_at) values (?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, hash);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "/* job */ insert into audit_sealed (position, seal) select position, ? from unnest(?) as position")) {
            insert.setLong(1, number);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", lines.stream().map(AuditLine::position).toArray()));
            insert.executeUpdate();
        }
    }
}
