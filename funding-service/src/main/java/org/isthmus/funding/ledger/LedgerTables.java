package org.isthmus.funding.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.funding.attribution.PublicationListener;
import org.isthmus.kit.Ids;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/** The SQL of the ledger: each method is one round trip, whatever the number of rows. */
@ApplicationScoped
class LedgerTables implements PublicationListener {

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
            select m.effective_on, sum(e.amount) as change
              from entry e join movement m on m.id = e.movement_id
             where e.account_id = ? and m.effective_on is not null group by m.effective_on
            """;

    private static final String SHOW = """
            insert into movement_view (id, version, reference, visible, recorded_at, body, public_body, project_id,
                                       position, type, effective_first, effective_on, historical, corrects)
            values (?, 1, ?, true, ?, ?, ?, cast(? as uuid), ?, ?, cast(? as date), cast(? as date), ?, cast(? as uuid))
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    LedgerTables(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** An account that is locked until the end of the transaction, and the day of its last entry. */
    record Locked(
            String key,
            UUID id,
            BigDecimal balance,
            @Nullable LocalDate lastDay) {}

    private record Opened(String key, UUID id) {}

    List<Locked> lock(List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : Query.of(LOCK, keys)
                        .list(
                                database,
                                row -> new Locked(
                                        row.text("key"),
                                        row.uuid("id"),
                                        row.decimal("balance"),
                                        row.findDay("last_effective_on")));
    }

    /** The ids of the accounts by key; one that another transaction opened meanwhile is locked late. */
    Map<String, UUID> open(Collection<AccountKey> accounts) {
        Map<String, UUID> ids = new HashMap<>();
        Query.of(
                        OPEN,
                        each(accounts, key -> Ids.next()),
                        each(accounts, AccountKey::text),
                        each(accounts, AccountKey::kind),
                        each(accounts, AccountKey::ownerId),
                        each(accounts, AccountKey::budgetLine),
                        each(accounts, AccountKey::year),
                        each(accounts, key -> Owner.label(key.owner())),
                        each(accounts, key -> Owner.action(key.owner())),
                        each(accounts, key -> Owner.project(key.owner())),
                        each(accounts, key -> Owner.commitment(key.owner())))
                .list(database, row -> new Opened(row.text("key"), row.uuid("id")))
                .forEach(opened -> ids.put(opened.key(), opened.id()));
        List<String> late = accounts.stream()
                .map(AccountKey::text)
                .filter(key -> !ids.containsKey(key))
                .toList();
        lock(late).forEach(account -> ids.put(account.key(), account.id()));
        return ids;
    }

    /** What an account's entries add up to on each day. */
    Map<LocalDate, BigDecimal> days(UUID account) {
        Map<LocalDate, BigDecimal> days = new HashMap<>();
        Query.of(DAYS, account)
                .list(database, row -> Map.entry(row.day("effective_on"), row.decimal("change")))
                .forEach(day -> days.put(day.getKey(), day.getValue()));
        return days;
    }

    /** Shows movements to everybody, or nobody any more, as their project is published. */
    @Override
    public void published(UUID project, boolean visible) {
        Query.of("update movement_view set visible = ? where project_id = ?", visible, project)
                .execute(database);
    }

    List<Movement> write(Books books, List<Posting> postings, Instant now) {
        List<Movement> movements = new WriteMovements(books, postings, now, json).run(database);
        Query.batch(database, SHOW, movements.stream().map(this::shown).toList());
        return movements;
    }

    /** As its readers get it; whether everybody may is decided by the database. */
    private List<? extends @Nullable Object> shown(Movement movement) {
        return Arrays.asList(
                movement.id(),
                movement.id().toString(),
                movement.recordedAt(),
                Json.write(json, movement),
                Json.write(json, movement.forEverybody()),
                movement.projectId(),
                movement.position(),
                movement.type(),
                movement.effectiveOn() == null ? null : movement.effectiveOn().first(),
                movement.effectiveOn() == null ? null : movement.effectiveOn().last(),
                movement.historical(),
                movement.corrects());
    }

    private static List<? extends @Nullable Object> each(
            Collection<AccountKey> accounts, Function<AccountKey, ? extends @Nullable Object> value) {
        return accounts.stream().map(value).toList();
    }
}
