package org.isthmus.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes all seals of a {@link SealedTable} again and finds the first that does not fit its rows. */
@ApplicationScoped
public class VerifySeals {

    private final AgroalDataSource database;

    VerifySeals(AgroalDataSource database) {
        this.database = database;
    }

    public SealVerification run(SealedTable table) {
        try (Connection connection = database.getConnection()) {
            return verify(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + table.name(), e);
        }
    }

    private static SealVerification verify(Connection connection, SealedTable table) throws SQLException {
        Map<Long, String> hashes = hashes(connection, table.name());
        long leftOut = leftOut(connection, table.name());
        long rows = 0;
        String previous = Seal.FIRST;
        try (PreparedStatement select = connection.prepareStatement(
                "select %s from %2$s_sealed s join %2$s a on a.position = s.position where s.seal = ? order by s.position"
                        .formatted(table.columns(), table.name()))) {
            for (Map.Entry<Long, String> known : hashes.entrySet()) {
                select.setLong(1, known.getKey());
                Seal seal = new Seal(previous);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        seal.add(table.text(row));
                        rows++;
                    }
                }
                if (!seal.hash().equals(known.getValue())) {
                    return new SealVerification(false, hashes.size(), rows, known.getKey(), leftOut, previous);
                }
                previous = known.getValue();
            }
        }
        return new SealVerification(leftOut == 0, hashes.size(), rows, null, leftOut, previous);
    }

    private static Map<Long, String> hashes(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select number, hash from %s_seal order by number".formatted(table));
                ResultSet row = select.executeQuery()) {
            Map<Long, String> hashes = new LinkedHashMap<>();
            while (row.next()) {
                hashes.put(row.getLong(1), row.getString(2));
            }
            return hashes;
        }
    }

    /** Rows added afterwards where the sealer does not look any more. */
    private static long leftOut(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select count(*) from %1$s a
                where a.position <= (select coalesce(max(position), 0) - ? from %1$s_sealed)
                  and not exists (select 1 from %1$s_sealed s where s.position = a.position)
                """.formatted(table))) {
            select.setInt(1, SealTables.LATE);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
