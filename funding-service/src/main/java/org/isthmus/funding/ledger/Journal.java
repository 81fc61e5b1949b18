package org.isthmus.funding.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.Ids;
import org.jspecify.annotations.Nullable;

/** The SQL of the ledger: each method is one round trip, whatever the number of rows. */
@ApplicationScoped
class Journal {

    private static final String LOCK =
            "select key, id, balance, last_effective_on from account where key = any (?) order by id for update";

    private static final String OPEN = """
            insert into account (id, key, kind, owner, budget_line, year, currency, label,
                                 action_id, project_id, commitment_id)
            select id, key, kind, owner, budget_line, year, 'EUR', label, action_id, project_id, commitment_id
              from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::int[], ?::text[],
                          ?::uuid[], ?::uuid[], ?::uuid[])
                   as a (id, key, kind, owner, budget_line, year, label, action_id, project_id, commitment_id)
             order by key
                on conflict (key) do nothing
            returning key, id
            """;

    private static final String DAYS = """
            select m.effective_on, sum(e.amount)
              from entry e join movement m on m.id = e.movement_id
             where e.account_id = ? group by m.effective_on
            """;

    private final AgroalDataSource database;

    Journal(AgroalDataSource database) {
        this.database = database;
    }

    /** What is told of each account locked. */
    interface Locked {
        void account(String key, UUID id, BigDecimal balance, @Nullable LocalDate lastDay);
    }

    void lock(List<String> keys, Locked told) {
        if (keys.isEmpty()) {
            return;
        }
        Sql.run(database, connection -> lock(connection, keys, told));
    }

    private static void lock(Connection connection, List<String> keys, Locked told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    told.account(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getBigDecimal(3),
                            row.getObject(4, LocalDate.class));
                }
            }
        }
    }

    /** The ids of the accounts by key; one that another transaction opened meanwhile is locked late. */
    Map<String, UUID> open(Collection<AccountKey> accounts) {
        Map<String, UUID> ids = new HashMap<>();
        Sql.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
                bind(connection, statement, List.copyOf(accounts));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        ids.put(row.getString(1), row.getObject(2, UUID.class));
                    }
                }
            }
        });
        List<String> late = accounts.stream()
                .map(AccountKey::text)
                .filter(key -> !ids.containsKey(key))
                .toList();
        lock(late, (key, id, balance, lastDay) -> ids.put(key, id));
        return ids;
    }

    /** What an account's entries add up to on each day. */
    Map<LocalDate, BigDecimal> days(UUID account) {
        Map<LocalDate, BigDecimal> days = new HashMap<>();
        Sql.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DAYS)) {
                statement.setObject(1, account);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        days.put(row.getObject(1, LocalDate.class), row.getBigDecimal(2));
                    }
                }
            }
        });
        return days;
    }

    List<Movement> write(Books books, List<Posting> postings, Instant now) {
        return Sql.call(database, connection -> new Writing(books, postings, now).run(connection));
    }

    private static void bind(Connection connection, PreparedStatement statement, List<AccountKey> accounts)
            throws SQLException {
        Sql.arrays(connection, statement)
                .add("uuid", accounts.stream().map(key -> Ids.next()))
                .add("text", accounts.stream().map(AccountKey::text))
                .add("text", accounts.stream().map(key -> key.kind().name()))
                .add("uuid", accounts.stream().map(AccountKey::ownerId))
                .add("text", accounts.stream().map(AccountKey::budgetLine))
                .add("int4", accounts.stream().map(AccountKey::year))
                .add("text", accounts.stream().map(key -> Owners.label(key.owner())))
                .add("uuid", accounts.stream().map(key -> Owners.action(key.owner())))
                .add("uuid", accounts.stream().map(key -> Owners.project(key.owner())))
                .add("uuid", accounts.stream().map(key -> Owners.commitment(key.owner())));
    }
}
