package org.isthmus.kit.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
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
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Fault;

/** Adds up the parts of a report: one statement on one state of them, however many rows it has. */
@ApplicationScoped
public class AddUp {

    private static final int FIRST_KEY = 11;

    private final DataSource database;

    AddUp(DataSource database) {
        this.database = database;
    }

    /**
     * @param numbers whole numbers beside the sums, as SQL by their names; one of them is the position of what was known
     * @param everything whether the reader sees all, for the look-up of asked codes
     * @throws InvalidRequest naming each asked code that does not exist for the reader
     */
    public Totals of(Breakdown asked, Parts parts, Map<String, String> numbers, boolean everything) {
        Parts statement = new ReportSql(asked, parts, numbers, everything).statement();
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement);
                ResultSet row = prepared.executeQuery()) {
            return read(row, asked.dimensions().size(), numbers.keySet());
        } catch (SQLException e) {
            throw new IllegalStateException("A report can't be added up: " + e.getMessage(), e);
        }
    }

    private static Totals read(ResultSet row, int dimensions, Collection<String> names) throws SQLException {
        Map<List<String>, Figures> rows = new LinkedHashMap<>();
        Map<String, Figures> reasons = new LinkedHashMap<>();
        Figures notAttributed = new Figures();
        Figures total = new Figures();
        Map<String, Long> numbers = new LinkedHashMap<>();
        while (row.next()) {
            refuse(row.getArray("unknown"));
            for (String name : names) {
                numbers.put(name, row.getLong(name));
            }
            if (row.getBoolean("is_total")) {
                add(row, total);
            } else if (row.getBoolean("is_sum")) {
                if (!row.getBoolean("attributed")) {
                    add(row, notAttributed);
                }
            } else if (row.getBoolean("attributed")) {
                add(row, rows.computeIfAbsent(key(row, dimensions), any -> new Figures()));
            } else {
                add(row, reasons.computeIfAbsent(row.getString("why"), any -> new Figures()));
            }
        }
        return new Totals(rows, reasons, notAttributed, total, numbers);
    }

    private static void add(ResultSet row, Figures figures) throws SQLException {
        if (row.getBoolean("is_count")) {
            figures.count(row.getLong("things"));
            return;
        }
        String currency = row.getString("currency");
        if (currency == null) {
            return;
        }
        if (row.getString("measure") != null && row.getBigDecimal("amount") != null) {
            figures.add(currency, row.getString("measure"), row.getBigDecimal("amount"));
        }
        if (row.getBigDecimal("up_to") != null) {
            figures.addUpTo(currency, row.getBigDecimal("up_to"));
        }
    }

    private static List<String> key(ResultSet row, int dimensions) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            key.add(row.getString(FIRST_KEY + i));
        }
        return key;
    }

    /** What is unknown and what is hidden are refused alike. */
    private static void refuse(Array unknown) throws SQLException {
        if (unknown == null) {
            return;
        }
        List<Fault> faults = new ArrayList<>();
        for (Object pair : (Object[]) unknown.getArray()) {
            String[] nameAndValue = String.valueOf(pair).split("=", 2);
            faults.add(Fault.in(
                    nameAndValue[0],
                    "unknown",
                    "There is no %s '%s'.".formatted(nameAndValue[0], Filter.shown(nameAndValue[1]))));
        }
        throw InvalidRequest.of(faults);
    }

    private static PreparedStatement prepare(Connection connection, Parts statement) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement.sql());
        List<Object> values = statement.values();
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Collection<?> many ->
                    prepared.setArray(i + 1, connection.createArrayOf(typeOf(many), many.toArray()));
                case Instant instant -> prepared.setTimestamp(i + 1, Timestamp.from(instant));
                case Object value -> prepared.setObject(i + 1, value);
            }
        }
        return prepared;
    }

    private static String typeOf(Collection<?> many) {
        return switch (many.stream().findFirst().map(Object.class::cast).orElse("")) {
            case UUID id -> "uuid";
            case Integer number -> "int";
            default -> "text";
        };
    }
}
