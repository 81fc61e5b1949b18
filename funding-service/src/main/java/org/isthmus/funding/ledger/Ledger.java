package org.isthmus.funding.ledger;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.Ids;

/**
 * Books movements: first {@link #lock}, then decide, then {@link #book}.
 *
 * <p>All accounts of a transaction are locked by one statement in the order of their ids, so two transactions never wait
 * for each other in a circle; whoever decides after the lock sees balances that stay true until the commit. The
 * database moves the balances and refuses what the code should have refused.
 */
@ApplicationScoped
public class Ledger {

    private final LedgerTables tables;
    private final Clock clock;

    Ledger(LedgerTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Holds the accounts until the end of the transaction. Those that do not exist yet hold nothing. */
    @Transactional(MANDATORY)
    public Books lock(Collection<AccountKey> accounts) {
        Map<String, UUID> ids = new HashMap<>();
        Map<String, BigDecimal> balances = new HashMap<>();
        Map<String, LocalDate> last = new HashMap<>();
        for (LedgerTables.Locked account :
                tables.lock(accounts.stream().map(AccountKey::text).distinct().toList())) {
            ids.put(account.key(), account.id());
            balances.put(account.key(), account.balance());
            Optional.ofNullable(account.lastDay()).ifPresent(day -> last.put(account.key(), day));
        }
        return new Books(ids, balances, new DayBalances(last, tables::days));
    }

    /** Opens accounts that are missing, empty. */
    @Transactional(MANDATORY)
    public void open(Books books, Collection<AccountKey> accounts) {
        List<AccountKey> missing = accounts.stream()
                .filter(key -> books.id(key) == null)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            Map<String, UUID> ids = tables.open(missing);
            missing.forEach(key -> books.opened(key, ids.getOrDefault(key.text(), Ids.next())));
        }
    }

    @Transactional(MANDATORY)
    public Movement book(Books books, Posting posting) {
        return book(books, List.of(posting)).getFirst();
    }

    /** Books all of them in their order, in two statements at most, and answers each with the balances after it. */
    @Transactional(MANDATORY)
    public List<Movement> book(Books books, List<Posting> postings) {
        List<AccountKey> accounts = new ArrayList<>();
        postings.forEach(posting -> posting.legs().forEach(leg -> accounts.add(leg.account())));
        open(books, accounts);
        return tables.write(books, postings, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
