package org.isthmus.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's role may do to what is kept. */
@QuarkusTest
class RightsTest {

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget_line_history",
                "appropriation_history",
                "allocation_history",
                "commitment_history",
                "payment_history",
                "movement_view"
            })
    void aVersionOnceShownIsNeitherChangedNorDeleted(String table) throws SQLException {
        refused("update %s set body = 'x'".formatted(table));
        refused("update %s set recorded_at = now()".formatted(table));
        refused("delete from " + table);
        execute("update %s set visible = false where false".formatted(table));
    }

    @Test
    void nothingOfTheRoomsIsDeleted() throws SQLException {
        assertThat(tables("has_table_privilege(c.oid, 'delete')"))
                .containsExactlyInAnyOrder(
                        "idempotency_key", "inbox", "inbox_version", "job", "waiting_event", "digest", "digest_bucket");
    }

    @Test
    void whatWasKnownOfAttributionsIsOnlyOvertaken() throws SQLException {
        refused("update attributed_share set code = 'x'");
        refused("delete from known_region");
        execute("update attributed_share set recorded_to = now() where false");
    }

    private List<String> tables(String condition) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select c.relname from pg_class c where c.relkind = 'r'"
                        + " and c.relnamespace = 'public'::regnamespace and " + condition)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> execute(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
