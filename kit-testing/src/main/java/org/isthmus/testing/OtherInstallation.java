package org.isthmus.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** A second installation in the database of the service under test: a schema of its own. */
public record OtherInstallation(Connection connection, Statement statement) implements AutoCloseable {

    /** Made anew where there is none, and entered as the application enters it. */
    public static OtherInstallation of(String schema) throws SQLException {
        Flyway.configure()
                .dataSource(url(), "service_owner", "owner")
                .defaultSchema(schema)
                .placeholders(Map.of("app", "service"))
                .load()
                .migrate();
        return entered(url() + "?currentSchema=" + schema, "service", "service");
    }

    /** The whole database, as its owner sees it. */
    public static OtherInstallation owner() throws SQLException {
        return entered(url(), "service_owner", "owner");
    }

    private static OtherInstallation entered(String url, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        return new OtherInstallation(connection, connection.createStatement());
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("DB_URL", String.class);
    }

    /** The first column of the only row. */
    public String text(String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
