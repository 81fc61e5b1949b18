package org.isthmus.funding.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that a transaction has locked, with what each holds.
 *
 * <p>Taking a posting into account moves the balances here, so that the next decision of the same transaction sees it.
 */
public final class Books {

    private final Map<String, UUID> ids;
    private final Map<String, BigDecimal> balances;
    private final DayBalances days;

    Books(Map<String, UUID> ids, Map<String, BigDecimal> balances, DayBalances days) {
        this.ids = ids;
        this.balances = new HashMap<>(balances);
        this.days = days;
    }

    /** What the account holds; nothing when it does not exist yet. */
    public Money balance(AccountKey account) {
        return Money.euros(balances.getOrDefault(account.text(), BigDecimal.ZERO));
    }

    /** True when it exists, or will by a posting taken into account. */
    public boolean knows(AccountKey account) {
        return balances.containsKey(account.text());
    }

    /** Counts a posting that will be booked. */
    public void take(Posting posting) {
        for (Leg leg : posting.legs()) {
            balances.merge(leg.account().text(), leg.amount().amount(), BigDecimal::add);
            days.take(leg.account().text(), posting.effectiveOn(), leg.amount().amount());
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

    /** Names each account that would hold less than nothing on some day from the posting's own on. */
    public void refuseOverdrawnDays(Posting posting, String pointer, Faults faults) {
        LocalDate on = posting.effectiveOn();
        for (Leg leg : posting.legs()) {
            AccountKey account = leg.account();
            if (on != null && leg.amount().signum() < 0 && !account.kind().mayBeNegative()) {
                Money least = Money.euros(days.leastFrom(
                        on, account.text(), id(account), balance(account).amount()));
                faults.require(
                        least.plus(leg.amount()).signum() >= 0,
                        pointer,
                        "account-overdrawn",
                        "%s holds only %s on some day from %s on, and %s would leave it."
                                .formatted(
                                        account.words(), least, on, leg.amount().negated()));
            }
        }
    }

    /** The first day, not before the one given, on which the legs overdraw no account, then or later. */
    public LocalDate firstDay(List<Leg> legs, LocalDate from) {
        LocalDate day = from;
        for (Leg leg : legs) {
            AccountKey account = leg.account();
            if (leg.amount().signum() < 0 && !account.kind().mayBeNegative()) {
                day = days.firstWith(
                        leg.amount().negated().amount(),
                        day,
                        account.text(),
                        id(account),
                        balance(account).amount());
            }
        }
        return day;
    }

    @Nullable
    UUID id(AccountKey account) {
        return ids.get(account.text());
    }

    void opened(AccountKey account, UUID id) {
        ids.put(account.text(), id);
    }
}
