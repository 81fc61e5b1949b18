package org.isthmus.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.OtherInstallation;
import org.junit.jupiter.api.Test;

/** The books of a second installation in the same database are its own. */
@QuarkusTest
class AccountsOfInstallationsTest {

    @Inject
    AgroalDataSource database;

    @Test
    void whatIsBookedInOneInstallationMovesNoAccountOfAnother() throws SQLException {
        String from = UUID.randomUUID().toString();
        String to = UUID.randomUUID().toString();
        String accounts = "insert into account (id, key, kind, budget_line, year, currency) values"
                + " ('%1$s', '%1$s', 'SOURCE', '19 08 01', 2010, 'EUR'), ('%2$s', '%2$s', 'APPROPRIATION', '19 08 01', 2010, 'EUR')";
        Query.of(accounts.formatted(from, to)).execute(database);
        try (OtherInstallation second = OtherInstallation.of("second")) {
            Statement statement = second.statement();
            statement.execute(accounts.formatted(from, to));
            second.connection().setAutoCommit(false);
            book(statement, from, to);
            second.connection().commit();

            assertThat(second.text("select balance from account where id = '%s'".formatted(to)))
                    .isEqualTo("100.0000");
            assertThatThrownBy(() -> book(statement, to, to)).hasMessageContaining("does not add up");
            second.connection().rollback();
        }
        assertThat(Query.of("select balance from account where id = ?", UUID.fromString(to))
                        .<BigDecimal>only(database, row -> row.decimal("balance")))
                .isZero();
    }

    private static void book(Statement statement, String from, String to) throws SQLException {
        String movement = UUID.randomUUID().toString();
        statement.execute(
                "insert into movement (id, type, dated, effective_first, effective_on, recorded_at, reason, booked_by,"
                        + " historical) values ('%s', 'APPROPRIATE', '2010-03-01', '2010-03-01', '2010-03-01', now(), 'Budget', 'officer', false)"
                                .formatted(movement));
        statement.execute(
                "insert into entry (movement_id, line, account_id, amount, currency, measure) values ('%1$s', 1, '%2$s', %4$s, 'EUR', null), ('%1$s', 2, '%3$s', 100, 'EUR', null)"
                        .formatted(movement, from, to, from.equals(to) ? "100" : "-100"));
    }
}
