package org.isthmus.funding.allocation;

import java.util.ArrayList;
import java.util.List;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Owner;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** From which line and year an action has its money, and from which the work programme wants it; often the same. */
record SourceChange(@Nullable BudgetSource old, @Nullable BudgetSource now) {

    static SourceChange of(KnownAction action, Booked booked) {
        BudgetSource old = booked.line() == null || booked.year() == null
                ? null
                : new BudgetSource(booked.line(), booked.year(), action);
        return new SourceChange(
                old, action.budgetLine() == null ? old : new BudgetSource(action.budgetLine(), action.year(), action));
    }

    /** Where an action's money came from, when any was ever booked, and the version of the work programme that asks. */
    record Booked(@Nullable String line, @Nullable Integer year, int workProgrammeVersion) {}

    /** The budget line and year that an action's money comes from, and its two accounts there. */
    record BudgetSource(String line, int year, KnownAction action) {

        AccountKey appropriation() {
            return AccountKey.of(AccountKind.APPROPRIATION, line, year);
        }

        AccountKey allocation() {
            return AccountKey.of(AccountKind.ALLOCATION, line, year, Owner.action(action.id(), action.reference()));
        }

        boolean isSame(BudgetSource other) {
            return line.equals(other.line) && year == other.year;
        }
    }

    boolean isMove() {
        return old != null && now != null && !old.isSame(now);
    }

    List<AccountKey> accounts() {
        List<AccountKey> accounts = new ArrayList<>();
        for (BudgetSource source : sources()) {
            accounts.add(source.appropriation());
            accounts.add(source.allocation());
        }
        return accounts;
    }

    private List<BudgetSource> sources() {
        if (now == null) {
            return List.of();
        }
        return old == null || old.isSame(now) ? List.of(now) : List.of(now, old);
    }

    /** What moves for the allocation to be the amount asked for instead of the current one. */
    List<Leg> legs(Money current, Money asked) {
        List<Leg> legs = new ArrayList<>();
        if (isMove() && old != null) {
            add(legs, old, current.negated());
            add(legs, now, asked);
        } else {
            add(legs, now, asked.minus(current));
        }
        return legs;
    }

    private static void add(List<Leg> legs, @Nullable BudgetSource source, Money change) {
        if (source != null && change.signum() != 0) {
            legs.add(Leg.of(source.appropriation(), change.negated()));
            legs.add(Leg.of(source.allocation(), change).counted(EntryMeasure.ALLOCATED));
        }
    }
}
