package org.isthmus.funding.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that a transaction has locked, with what each holds.
 *
 * <p>Taking a posting into account moves the balances here, so that the next decision of the same transaction sees it.
 */
public final class Books {

    private final Map<String, UUID> ids;
    private final Map<String, BigDecimal> balances = new LinkedHashMap<>();

    Books(Map<String, UUID> ids, Map<String, BigDecimal> balances) {
        this.ids = ids;
        this.balances.putAll(balances);
    }

    /** What the account holds; nothing when it does not exist yet. */
    public Money balance(AccountKey account) {
        return Money.euros(balances.getOrDefault(account.text(), BigDecimal.ZERO));
    }

    public boolean knows(AccountKey account) {
        return ids.containsKey(account.text());
    }

    /** Counts a posting that will be booked. */
    public void take(Posting posting) {
        for (Leg leg : posting.legs()) {
            balances.merge(leg.account().text(), leg.amount().amount(), BigDecimal::add);
        }
    }

    /** Names each account that the legs would leave with less than nothing. */
    public void refuseOverdrawn(List<Leg> legs, String pointer, Faults faults) {
        Map<AccountKey, Money> sums = new LinkedHashMap<>();
        legs.forEach(leg -> sums.merge(leg.account(), leg.amount(), Money::plus));
        sums.forEach((account, change) -> {
            Money left = balance(account);
            if (!account.kind().mayBeNegative() && left.plus(change).signum() < 0) {
                faults.add(
                        pointer,
                        "account-overdrawn",
                        "%s is left on %s, and %s would leave it.".formatted(left, account.words(), change.negated()));
            }
        });
    }

    @Nullable
    UUID id(AccountKey account) {
        return ids.get(account.text());
    }

    void opened(AccountKey account, UUID id) {
        ids.put(account.text(), id);
    }
}
