package org.isthmus.kit.documents;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/** A statement under construction: its text and its values, always bound, never pasted. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    Sql add(String fragment) {
        text.append(fragment);
        return this;
    }

    Sql add(String fragment, @Nullable Object value) {
        text.append(fragment);
        values.add(value);
        return this;
    }

    Sql add(Query query) {
        text.append(query);
        values.addAll(query.values());
        return this;
    }

    Sql add(Scope scope) {
        text.append(scope.condition());
        values.addAll(scope.values());
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            bind(connection, statement, i + 1, values.get(i));
        }
        return statement;
    }

    /** Keeps what {@link SQLException} says without making every caller declare it. */
    static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("statement failed: " + e.getMessage(), e);
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Collection<?> many -> statement.setArray(at, array(connection, many));
            case Instant instant -> statement.setTimestamp(at, Timestamp.from(instant));
            case SearchText search -> statement.setString(at, search.words());
            case null -> statement.setObject(at, null);
            default -> statement.setObject(at, value);
        }
    }

    private static Array array(Connection connection, Collection<?> many) throws SQLException {
        String type = many.stream().findFirst().map(Sql::elementType).orElse("text");
        return connection.createArrayOf(type, many.toArray());
    }

    private static String elementType(Object element) {
        return switch (element) {
            case UUID uuid -> "uuid";
            case Integer number -> "int";
            case java.math.BigDecimal number -> "numeric";
            case Boolean flag -> "boolean";
            case java.time.LocalDate date -> "date";
            default -> "text";
        };
    }
}
