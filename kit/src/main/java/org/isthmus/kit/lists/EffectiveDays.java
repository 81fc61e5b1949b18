package org.isthmus.kit.lists;

import java.time.LocalDate;
import org.isthmus.kit.query.Query;

/**
 * From which day the rows of a {@link ViewTable} count, so that {@code asOf} means that day.
 *
 * @param surely the column of the day from which a row surely counts; null where no source gives one
 * @param possibly the column of the first day from which it may count; empty where every row has one certain day
 * @param rows SQL function of a day and a time (null: now): the rows as they were by that day; empty where a row says the
 *     same on every day
 */
public record EffectiveDays(String surely, String possibly, String rows) {

    static final EffectiveDays NONE = new EffectiveDays("", "", "");

    public static EffectiveDays from(String column) {
        return new EffectiveDays(column, "", "");
    }

    /** Some rows count from an uncertain day, or have none: lists of a day count them beside. */
    public EffectiveDays possiblyFrom(String column) {
        return new EffectiveDays(surely, column, rows);
    }

    /** What a row says depends on the day, and is worked out by a function of a day and a time. */
    public EffectiveDays workedOutBy(String function) {
        return new EffectiveDays(surely, possibly, function);
    }

    public boolean isThere() {
        return !surely.isEmpty();
    }

    public boolean maybeUncertain() {
        return !possibly.isEmpty();
    }

    /** Whether the rows of a past are worked out and not read as they were recorded. */
    public boolean isWorkedOut(Past past) {
        return !rows.isEmpty() && past.effectiveOn() != null;
    }

    /** The rows of a relation as they are, or, where what they say depends on the day, as they were by it. */
    public Query rows(String relation, Past past) {
        return isWorkedOut(past)
                ? Query.of("%s(?, cast(? as timestamptz))".formatted(rows), past.effectiveOn(), past.recordedBy())
                : Query.of(relation);
    }

    /** A condition: the row surely counts by the day. */
    Query isCertain(LocalDate day) {
        return Query.of(surely + " <= ?", day);
    }

    /** A condition: nobody knows whether the row counts by the day. */
    Query isUncertain(LocalDate day) {
        return Query.of(
                "((%1$s is null or %1$s > ?) and (%2$s is null or %2$s <= ?))".formatted(surely, possibly), day, day);
    }

    /** A condition: the row counts by the day, surely or perhaps. */
    public Query mayCount(LocalDate day) {
        return maybeUncertain() ? Query.of("(%1$s is null or %1$s <= ?)".formatted(possibly), day) : isCertain(day);
    }
}
