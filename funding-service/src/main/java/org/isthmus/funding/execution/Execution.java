package org.isthmus.funding.execution;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up the books: two statements on one state of them, however many rows a report has. */
@ApplicationScoped
class Execution {

    private final AgroalDataSource database;

    Execution(AgroalDataSource database) {
        this.database = database;
    }

    /** The sums of a report, as the database made them. */
    record Sums(
            long position,
            Map<List<String>, Figures> rows,
            Map<String, Figures> reasons,
            Figures notAttributed,
            Figures total) {}

    Sums sums(ExecutionQuery query, int dimensions, List<String> measures, Optional<Instant> recordedAsOf) {
        Map<List<String>, Figures> rows = new LinkedHashMap<>();
        Map<String, Figures> reasons = new LinkedHashMap<>();
        Figures notAttributed = new Figures(measures);
        Figures total = new Figures(measures);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                bind(connection, statement, query.bound());
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    Figures figures;
                    if (row.getBoolean(2)) {
                        figures = total;
                    } else if (row.getBoolean(1)) {
                        figures = row.getBoolean(3) ? null : notAttributed;
                    } else if (row.getBoolean(3)) {
                        figures = rows.computeIfAbsent(key(row, dimensions), key -> new Figures(measures));
                    } else {
                        figures = reasons.computeIfAbsent(row.getString(4), why -> new Figures(measures));
                    }
                    if (figures != null) {
                        figures.add(row.getString(5), row.getBigDecimal(6), row.getLong(7));
                    }
                }
            }
            Sums sums = new Sums(position(connection, recordedAsOf), rows, reasons, notAttributed, total);
            connection.commit();
            return sums;
        } catch (SQLException e) {
            throw new IllegalStateException("The books can't be added up: " + e.getMessage(), e);
        }
    }

    private static List<String> key(ResultSet row, int dimensions) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            key.add(row.getString(8 + i));
        }
        return key;
    }

    private static long position(Connection connection, Optional<Instant> recordedAsOf) throws SQLException {
        String sql = "select coalesce(max(position), 0) from movement"
                + (recordedAsOf.isPresent() ? " where recorded_at <= ?" : "");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (recordedAsOf.isPresent()) {
                statement.setTimestamp(1, Timestamp.from(recordedAsOf.get()));
            }
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Collection<?> many ->
                    statement.setArray(i + 1, connection.createArrayOf(type(many), many.toArray()));
                case Instant instant -> statement.setTimestamp(i + 1, Timestamp.from(instant));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    private static String type(Collection<?> many) {
        @Nullable Object first = many.stream().findFirst().orElse(null);
        return first instanceof UUID ? "uuid" : first instanceof Integer ? "int" : "text";
    }
}
