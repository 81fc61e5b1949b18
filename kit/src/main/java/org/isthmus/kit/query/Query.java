package org.isthmus.kit.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement: its text, its values (always bound, never pasted), and how its rows are read. The only class that
 * touches JDBC by hand.
 *
 * <p>It takes part in the transaction that is open, but for {@link #stream}, which reads in one of its own. What the
 * database refuses comes as {@link Failed}, with the database's own exception as its cause.
 */
public final class Query {

    private static final int FETCH = 500;

    /** SQLState of a statement that was ended before it was done. */
    private static final String ENDED = "57014";

    private static final ScopedValue<Duration> LONGEST = ScopedValue.newInstance();

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** A statement could not be run. */
    public static final class Failed extends RuntimeException {
        Failed(SQLException cause) {
            super("statement failed: " + cause.getMessage(), cause);
        }
    }

    /** A statement was ended since it took longer than it may. */
    public static final class TookTooLong extends RuntimeException {
        TookTooLong(SQLException cause) {
            super("statement took too long: " + cause.getMessage(), cause);
        }
    }

    /** Takes a row of a stream. */
    public interface RowConsumer {
        void accept(Row row) throws IOException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Does something whose statements may take so long each; {@link TookTooLong} when one does not end by then. */
    public static <T> T within(Duration longest, Supplier<T> reads) {
        return ScopedValue.where(LONGEST, longest).call(reads::get);
    }

    public static Query of(String text, @Nullable Object... values) {
        return new Query().add(text, values);
    }

    /** Goes on with a fragment that holds a question mark for each value. */
    public Query add(String fragment, @Nullable Object... bound) {
        text.append(fragment);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    public Query add(Query other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Fragments one after the other, with a separator between them. */
    public static Query join(String separator, List<Query> fragments) {
        Query all = new Query();
        for (Query fragment : fragments) {
            all.add(all.text.isEmpty() ? "" : separator).add(fragment);
        }
        return all;
    }

    public <T> List<T> list(DataSource database, Function<Row, T> read) {
        return use(database, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(read.apply(new Row(result)));
                }
            }
            return rows;
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(DataSource database, Function<Row, T> read) {
        List<T> rows = list(database, read);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** The row of a statement that always has one. */
    public <T> T only(DataSource database, Function<Row, T> read) {
        return first(database, read).orElseThrow();
    }

    /** How many rows it wrote. */
    public int execute(DataSource database) {
        return use(database, PreparedStatement::executeUpdate);
    }

    /** The same statement for many rows of values, in one round trip. */
    public static void batch(DataSource database, String text, List<? extends List<? extends @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            Query.of(text).use(database, statement -> {
                for (List<? extends @Nullable Object> row : rows) {
                    for (int i = 0; i < row.size(); i++) {
                        bind(statement, i + 1, row.get(i));
                    }
                    statement.addBatch();
                }
                return statement.executeBatch();
            });
        }
    }

    /** Every row as the database brings it, in flat memory. */
    public void stream(DataSource database, RowConsumer consumer) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // else the driver reads all rows at once
            try (PreparedStatement statement = prepare(connection)) {
                statement.setFetchSize(FETCH);
                ResultSet result = statement.executeQuery();
                while (result.next()) {
                    consumer.accept(new Row(result));
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T use(DataSource database, Use<T> use) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(SQLException e) {
        return LONGEST.isBound() && ENDED.equals(e.getSQLState()) ? new TookTooLong(e) : new Failed(e);
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        if (LONGEST.isBound()) {
            statement.setQueryTimeout((int) Math.max(1, LONGEST.get().toSeconds()));
        }
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case Collection<?> many -> statement.setArray(at, array(statement.getConnection(), many));
            case Instant instant -> statement.setTimestamp(at, Timestamp.from(instant));
            case Enum<?> constant -> statement.setString(at, constant.name());
            case null -> statement.setObject(at, null);
            default -> statement.setObject(at, value);
        }
    }

    private static Array array(Connection connection, Collection<?> many) throws SQLException {
        String type = many.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Query::elementType)
                .orElse("text");
        return connection.createArrayOf(
                type,
                many.stream()
                        .map(element -> element instanceof Enum<?> constant ? constant.name() : element)
                        .toArray());
    }

    private static String elementType(Object element) {
        return switch (element) {
            case java.util.UUID uuid -> "uuid";
            case Integer number -> "int";
            case Long number -> "bigint";
            case java.math.BigDecimal number -> "numeric";
            case Boolean flag -> "boolean";
            case java.time.LocalDate date -> "date";
            default -> "text";
        };
    }

    /** The values of its question marks, in their order. */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(values);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
