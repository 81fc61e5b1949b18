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
            Long firstBroken) {}

    private final AgroalDataSource database;

    VerifyAuditLog(AgroalDataSource database) {
        this.database = database;
    }

    Result run() {
        try (Connection connection = database.getConnection()) {
            return verify(connection, hashes(connection));
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

    private static Result verify(Connection connection, Map<Long, String> hashes) throws SQLException {
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
                    return new Result(false, hashes.size(), lines, known.getKey());
                }
                previous = known.getValue();
            }
        }
        return new Result(true, hashes.size(), lines, null);
    }
}
