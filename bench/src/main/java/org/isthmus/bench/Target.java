package org.isthmus.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A system that {@code ./start} runs on this machine.
 *
 * @param first the first of its eight ports, as {@code --port} of {@code ./start}
 */
record Target(int first) {

    URI gateway() {
        return URI.create("http://127.0.0.1:" + first);
    }

    URI tokens() {
        return URI.create("http://127.0.0.1:%d/isthmus/token".formatted(first + 4));
    }

    /** As the owner of the cluster, whom the local PostgreSQL lets in from this machine. */
    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(first + 6, name),
                "postgres",
                "");
    }
}
