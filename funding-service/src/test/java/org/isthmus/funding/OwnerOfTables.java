package org.isthmus.funding;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database's owner, who can do what the application can't. */
public final class OwnerOfTables {

    private OwnerOfTables() {}

    /** Past the triggers of the table. */
    public static void changes(String table, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(of("DB_URL"), of("DB_OWNER"), of("DB_OWNER_PASSWORD"));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table %s disable trigger user".formatted(table));
            statement.execute(sql);
            statement.execute("alter table %s enable trigger user".formatted(table));
            connection.commit();
        }
    }

    private static String of(String setting) {
        return ConfigProvider.getConfig().getValue(setting, String.class);
    }
}
