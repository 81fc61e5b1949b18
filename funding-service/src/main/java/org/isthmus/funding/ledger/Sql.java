package org.isthmus.funding.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC on the connection of the running transaction. */
final class Sql {

    private Sql() {}

    interface Work {
        void on(Connection connection) throws SQLException;
    }

    interface Call<T> {
        T on(Connection connection) throws SQLException;
    }

    static void run(DataSource database, Work work) {
        call(database, connection -> {
            work.on(connection);
            return true;
        });
    }

    static <T> T call(DataSource database, Call<T> call) {
        try (Connection connection = database.getConnection()) {
            return call.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The books could not be read or written: " + e.getMessage(), e);
        }
    }

    static Arrays arrays(Connection connection, PreparedStatement statement) {
        return arrays(connection, statement, 1);
    }

    static Arrays arrays(Connection connection, PreparedStatement statement, int first) {
        return new Arrays(connection, statement, first);
    }

    /** Binds one array per parameter, in their order. */
    static final class Arrays {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next;

        private Arrays(Connection connection, PreparedStatement statement, int first) {
            this.connection = connection;
            this.statement = statement;
            this.next = first;
        }

        Arrays add(String type, Stream<? extends @Nullable Object> values) throws SQLException {
            statement.setArray(next++, connection.createArrayOf(type, values.toArray()));
            return this;
        }
    }
}
