package org.isthmus.kit.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a {@link Query}, read by the names of its columns. A name with {@code find} may hold null, any other not. */
public final class Row {

    private interface Read<T> {
        @Nullable
        T from(ResultSet result) throws SQLException;
    }

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return Objects.requireNonNull(findText(column), column);
    }

    public @Nullable String findText(String column) {
        return read(row -> row.getString(column));
    }

    public UUID uuid(String column) {
        return Objects.requireNonNull(findUuid(column), column);
    }

    public @Nullable UUID findUuid(String column) {
        return read(row -> row.getObject(column, UUID.class));
    }

    public int integer(String column) {
        return Objects.requireNonNull(findInteger(column), column);
    }

    public @Nullable Integer findInteger(String column) {
        return read(row -> row.getObject(column, Integer.class));
    }

    public long number(String column) {
        return Objects.requireNonNull(findNumber(column), column);
    }

    public @Nullable Long findNumber(String column) {
        return read(row -> row.getObject(column, Long.class));
    }

    public BigDecimal decimal(String column) {
        return Objects.requireNonNull(findDecimal(column), column);
    }

    public @Nullable BigDecimal findDecimal(String column) {
        return read(row -> row.getBigDecimal(column));
    }

    public boolean flag(String column) {
        return Objects.requireNonNull(read(row -> row.getBoolean(column)), column);
    }

    public LocalDate day(String column) {
        return Objects.requireNonNull(findDay(column), column);
    }

    public @Nullable LocalDate findDay(String column) {
        return read(row -> row.getObject(column, LocalDate.class));
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(findInstant(column), column);
    }

    public @Nullable Instant findInstant(String column) {
        Timestamp at = read(row -> row.getTimestamp(column));
        return at == null ? null : at.toInstant();
    }

    public List<String> texts(String column) {
        return Arrays.asList((String[]) array(column));
    }

    private Object array(String column) {
        Array array = Objects.requireNonNull(read(row -> row.getArray(column)), column);
        return Objects.requireNonNull(read(row -> array.getArray()), column);
    }

    private <T> @Nullable T read(Read<T> read) {
        try {
            return read.from(result);
        } catch (SQLException e) {
            throw new Query.Failed(e);
        }
    }
}
