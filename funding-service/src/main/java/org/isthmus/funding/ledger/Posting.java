package org.isthmus.funding.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.Ids;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * A movement about to be booked: dated, typed, explained; its legs add up to zero.
 *
 * <p>Each account has one leg: with two, an account could be left with less than nothing half-way through.
 */
public record Posting(
        UUID id,
        MovementType type,
        @Nullable PartialDate dated,
        String reason,
        String by,
        @Nullable UUID corrects,
        boolean historical,
        @Nullable Source source,
        List<Leg> legs) {

    public Posting {
        Money sum = Money.zero(Money.EUR);
        for (Leg leg : legs) {
            sum = sum.plus(leg.amount());
        }
        if (legs.size() < 2 || sum.signum() != 0) {
            throw new IllegalArgumentException("A movement has two legs or more that add up to zero: " + legs);
        }
        if (legs.stream().map(Leg::account).distinct().count() < legs.size()) {
            throw new IllegalArgumentException("A movement has one leg for each account: " + legs);
        }
        legs = List.copyOf(legs);
    }

    public static Posting of(MovementType type, LocalDate effectiveOn, String reason, String by, List<Leg> legs) {
        return of(type, PartialDate.of(effectiveOn), reason, by, legs);
    }

    /** One that is dated as far as its day is known. */
    public static Posting of(MovementType type, PartialDate dated, String reason, String by, List<Leg> legs) {
        return new Posting(Ids.next(), type, dated, reason, by, null, false, null, legs);
    }

    /** One of the past, read in a document; its day is known as far as the document tells it. */
    public static Posting ofHistory(
            MovementType type, @Nullable PartialDate dated, String reason, String by, Source from, List<Leg> legs) {
        return new Posting(Ids.next(), type, dated, reason, by, null, true, from, legs);
    }

    /** The day that it counts from: the last that its date can mean; null when no source gives one. */
    public @Nullable LocalDate effectiveOn() {
        return dated == null ? null : dated.last();
    }

    @Nullable
    LocalDate effectiveFirst() {
        return dated == null ? null : dated.first();
    }

    @Nullable
    String written() {
        return dated == null ? null : dated.written();
    }

    /** The largest amount that one account gets by it. */
    public Money moved() {
        return legs.stream()
                .map(Leg::amount)
                .reduce(Money.zero(Money.EUR), (one, other) -> other.isMoreThan(one) ? other : one);
    }

    public Posting from(@Nullable Source document) {
        return new Posting(id, type, dated, reason, by, corrects, historical, document, legs);
    }
}
