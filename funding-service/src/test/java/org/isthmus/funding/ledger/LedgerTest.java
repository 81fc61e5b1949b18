package org.isthmus.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isthmus.kit.values.Money.euros;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.rules.Faults;
import org.isthmus.testing.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2010, 3, 1);

    @Inject
    Ledger ledger;

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    private final String line = "T" + UUID.randomUUID();

    @Test
    void aMovementAnswersTheBalancesAfterIt() {
        Movement movement = book("100.00");
        Movement second = book("30.00");

        assertThat(movement.entries()).extracting(Movement.Entry::balanceAfter).containsExactly("-100.00", "100.00");
        assertThat(second.entries()).extracting(Movement.Entry::balanceAfter).containsExactly("-130.00", "130.00");
        assertThat(second.position()).isGreaterThan(movement.position());
    }

    @Test
    void onePostingTakesThreeStatementsOnceItsAccountsExist() {
        book("100.00");

        // it is booked, and what readers get of it is written; the fourth tells it
        assertThat(Statements.during(() -> book("1.00"))).hasSize(4);
    }

    @Test
    void theDatabaseLetsNobodyChangeOrRemoveWhatIsBooked() {
        UUID movement = book("100.00").id();

        refused("42501", "update entry set amount = 1 where movement_id = '%s'".formatted(movement));
        refused("42501", "delete from entry where movement_id = '%s'".formatted(movement));
        refused("42501", "delete from movement where id = '%s'".formatted(movement));
        refused("42501", "update movement set reason = 'x' where id = '%s'".formatted(movement));
        refused("42501", "truncate entry");
        refused("42501", "update account set balance = 1000 where budget_line = '%s'".formatted(line));
        refused("42501", "delete from account where budget_line = '%s'".formatted(line));
        refused("42501", """
                insert into account (id, key, kind, budget_line, currency, balance)
                values (gen_random_uuid(), 'forged', 'PAID', 'x', 'EUR', 1000)
                """);
    }

    @Test
    void theDatabaseRefusesAMovementThatDoesNotAddUpToZero() {
        book("100.00");

        refused("23514", movement() + entries("-5", "4"));
        refused("23514", movement());
    }

    @Test
    void theDatabaseAddsNothingToAMovementThatIsBooked() {
        UUID movement = book("100.00").id();

        refused(
                "23514",
                entries("-5", "5")
                        .replace("(select id from movement where reason = 'forged')", "'" + movement + "'")
                        .replace(", 1,", ", 11,")
                        .replace(", 2,", ", 12,"));
    }

    @Test
    void theDatabaseLetsNothingButTheSourceBeNegative() {
        book("100.00");

        // from the appropriation back to its source, a cent more than there is
        refused("23514", movement() + entries("100.01", "-100.01"));
    }

    @Test
    void theDatabaseLetsNothingBeNegativeOnAnEarlierDay() {
        book("100.00");

        // in January, when there was nothing yet
        refused("23514", movement() + entries("5", "-5"));
    }

    @Test
    void theCodeNamesEachAccountThatWouldBeOverdrawn() {
        book("100.00");
        AccountKey appropriation = key(AccountKind.APPROPRIATION);

        Faults faults = new Faults();
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.lock(List.of(appropriation))
                        .refuseOverdrawn(List.of(Leg.of(appropriation, euros("-100.01"))), "/amount", faults));

        assertThat(faults.list()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("account-overdrawn");
            assertThat(fault.detail())
                    .isEqualTo("100.00 EUR is left on the appropriation %s of 2010, and 100.01 EUR would leave it."
                            .formatted(line));
        });
    }

    @Test
    void aPostingAddsUpToZero() {
        assertThatThrownBy(() -> Posting.of(
                        MovementType.APPROPRIATE,
                        DAY,
                        "x",
                        "y",
                        List.of(
                                Leg.of(key(AccountKind.SOURCE), euros("-1.00")),
                                Leg.of(key(AccountKind.APPROPRIATION), euros("0.99")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AccountKey key(AccountKind kind) {
        return AccountKey.of(kind, line, 2010);
    }

    private Movement book(String amount) {
        Posting posting = Posting.of(
                MovementType.APPROPRIATE,
                DAY,
                "Budget",
                "test",
                List.of(
                        Leg.of(key(AccountKind.SOURCE), euros(amount).negated()),
                        Leg.of(key(AccountKind.APPROPRIATION), euros(amount))));
        return QuarkusTransaction.requiringNew().call(() -> {
            Books books = ledger.lock(List.of(key(AccountKind.SOURCE), key(AccountKind.APPROPRIATION)));
            Movement movement = ledger.book(books, posting);
            outbox.add(BareMovement.of(movement));
            return movement;
        });
    }

    private static String movement() {
        return """
                insert into movement (id, type, dated, effective_first, effective_on, recorded_at, reason, booked_by, historical)
                values (gen_random_uuid(), 'APPROPRIATE', '2010-01-01', '2010-01-01', '2010-01-01', now(), 'forged', 'x', false);
                """;
    }

    /** The first amount on the source's account, the second on the appropriation's. */
    private String entries(String source, String appropriation) {
        return """
                insert into entry (movement_id, line, account_id, amount, currency)
                values ((select id from movement where reason = 'forged'), 1,
                        (select id from account where kind = 'SOURCE' and budget_line = '%1$s'), %2$s, 'EUR'),
                       ((select id from movement where reason = 'forged'), 2,
                        (select id from account where kind = 'APPROPRIATION' and budget_line = '%1$s'), %3$s, 'EUR');
                """.formatted(line, source, appropriation);
    }

    /** As the application's own role, in a transaction of its own. */
    private void refused(String state, String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection()) {
                        connection.setAutoCommit(false);
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(sql);
                            connection.commit();
                        } finally {
                            connection.rollback();
                        }
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo(state));
    }
}
