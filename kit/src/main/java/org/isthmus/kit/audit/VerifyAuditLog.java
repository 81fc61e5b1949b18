package org.isthmus.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Computes all seals again and finds the first that does not fit its lines. */
@ApplicationScoped
class VerifyAuditLog {

    /** What a verification found. */
    @Schema(name = "AuditVerification", description = "What a computation of all seals found.")
    record Result(
            @Schema(required = true, description = "False when a sealed line was changed, removed, added or swapped.")
            boolean intact,

            @Schema(required = true, description = "Seals computed again.")
            long seals,

            @Schema(required = true, description = "Lines under them.")
            long lines,

            @Nullable @Schema(description = "Number of the first seal that does not fit its lines.")
            Long firstBroken,

            @Schema(required = true, description = "Lines that no seal covers though later ones are sealed long since.")
            long leftOut,

            @Schema(
                    required = true,
                    description =
                            "The last seal; compare it with the service's log, which tells each seal as it is made.")
            String lastSeal) {}

    private final AgroalDataSource database;

    VerifyAuditLog(AgroalDataSource database) {
        this.database = database;
    }

    Result run() {
        try (Connection connection = database.getConnection()) {
            return verify(connection, hashes(connection), leftOut(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit log", e);
        }
    }

    private static Map<Long, String> hashes(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select number, hash from audit_seal order by number");
                ResultSet row = select.executeQuery()) {
            Map<Long, String> hashes = new LinkedHashMap<>();
            while (row.next()) {
                hashes.put(row.getLong(1), row.getString(2));
            }
            return hashes;
        }
    }

    /** Lines added afterwards where the sealer does not look any more. */
    private static long leftOut(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from audit a"
                + " where a.position <= (select coalesce(max(position), 0) - ? from audit_sealed)"
                + " and not exists (select 1 from audit_sealed s where s.position = a.position)")) {
            select.setInt(1, SealAuditLog.LATE);
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static Result verify(Connection connection, Map<Long, String> hashes, long leftOut) throws SQLException {
        long lines = 0;
        String previous = Seal.FIRST;
        try (PreparedStatement select = connection.prepareStatement(
                "select " + AuditLine.COLUMNS
                        + " from audit_sealed s join audit a on a.position = s.position where s.seal = ? order by s.position")) {
            for (Map.Entry<Long, String> known : hashes.entrySet()) {
                select.setLong(1, known.getKey());
                Seal seal = new Seal(previous);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        seal.add(AuditLine.of(row));
                        lines++;
                    }
                }
                if (!seal.hash().equals(known.getValue())) {
                    return new Result(false, hashes.size(), lines, known.getKey(), leftOut, previous);
                }
                previous = known.getValue();
            }
        }
        return new Result(leftOut == 0, hashes.size(), lines, null, leftOut, previous);
    }
}
