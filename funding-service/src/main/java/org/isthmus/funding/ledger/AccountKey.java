package org.isthmus.funding.ledger;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one account of a kind, an owner, a budget line and a year; the currency of the books is the euro. */
public record AccountKey(
        AccountKind kind,
        String budgetLine,
        @Nullable Integer year,
        @Nullable Owner owner) {

    public static AccountKey of(AccountKind kind, String budgetLine, @Nullable Integer year) {
        return new AccountKey(kind, budgetLine, year, null);
    }

    public static AccountKey of(AccountKind kind, String budgetLine, @Nullable Integer year, Owner owner) {
        return new AccountKey(kind, budgetLine, year, owner);
    }

    /** What makes it unique. */
    String text() {
        return "%s/%s/%s/%s".formatted(kind, budgetLine, year == null ? "-" : year, owner == null ? "-" : owner.id());
    }

    @Nullable
    UUID ownerId() {
        return owner == null ? null : owner.id();
    }

    /** The commitment whose committed money it holds. */
    public Optional<UUID> committedBy() {
        return kind == AccountKind.COMMITMENT && owner != null ? Optional.of(owner.id()) : Optional.empty();
    }

    /** For a sentence: {@code the appropriation of 19 02 01, 2010}. */
    String words() {
        String of = owner == null ? budgetLine : owner.label();
        return "%s %s%s".formatted(kind.words(), of, owner == null && year != null ? " of " + year : "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountKey key && text().equals(key.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
