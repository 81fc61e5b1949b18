package org.isthmus.funding.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Runs every {@link Check} on one state of the database. */
@ApplicationScoped
class Reconciliation {

    private final AgroalDataSource database;
    private final Clock clock;

    Reconciliation(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One thing that is not as it should be. */
    @Schema(name = "ReconciliationDifference")
    record Difference(
            @Schema(required = true, description = "What differs.")
            String subject,

            @Schema(required = true) String expected,
            @Schema(required = true) String found) {}

    /** What came of one check; at most 100 differences are named. */
    @Schema(name = "ReconciliationCheck")
    record Result(
            @Schema(required = true) String check,
            @Schema(required = true) String promise,
            @Schema(required = true) long compared,
            @Schema(required = true) List<Difference> differences) {}

    /** What came of all. */
    @Schema(name = "Reconciliation", description = "The books against themselves and everything made from them.")
    record Report(
            @Schema(required = true) Instant at,

            @Schema(required = true, description = "True when nothing differs.")
            boolean agrees,

            @Schema(required = true, description = "All balances by kind of account; together they are zero.")
            Map<String, String> balances,

            @Schema(required = true) List<Result> checks) {}

    Report report() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                List<Result> results = new ArrayList<>();
                for (Check check : Check.values()) {
                    results.add(result(connection, check));
                }
                boolean agrees =
                        results.stream().allMatch(result -> result.differences().isEmpty());
                return new Report(clock.instant(), agrees, balances(connection), results);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The books can't be compared: " + e.getMessage(), e);
        }
    }

    private static Result result(Connection connection, Check check) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        long compared = 0;
        try (PreparedStatement statement = connection.prepareStatement(check.sql())) {
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                compared = row.getLong(1);
                if (row.getString(2) != null && differences.size() < 100) {
                    differences.add(new Difference(row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return new Result(check.name(), check.rule(), compared, differences);
    }

    private static Map<String, String> balances(Connection connection) throws SQLException {
        Map<String, String> balances = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(kind, 'ALL'), round(sum(balance), 2)::text from account group by rollup (kind)")) {
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                balances.put(row.getString(1), row.getString(2));
            }
        }
        return balances;
    }
}
