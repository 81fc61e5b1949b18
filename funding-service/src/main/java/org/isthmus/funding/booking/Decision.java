package org.isthmus.funding.booking;

import java.time.LocalDate;
import java.util.List;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Something that moves money when the rules allow it. Each room has its own; {@link Booking} carries them out.
 *
 * @param <V> what the caller is shown of what was booked
 */
public interface Decision<V> {

    /** The accounts that it touches; they are locked before it is taken. */
    List<AccountKey> accounts();

    /** The day that it is to count from; null when it names none. */
    @Nullable
    LocalDate effectiveOn();

    /** Where the request names that day. */
    default String dayAt() {
        return "/effectiveOn";
    }

    /** Where the request names what it takes back of commitments; null when it takes nothing back. */
    default @Nullable String takenBackAt() {
        return null;
    }

    /** The same for all: money moves on a day that has come. */
    default void refuseFuture(LocalDate today, Faults faults) {
        LocalDate day = effectiveOn();
        faults.require(
                day == null || !day.isAfter(today),
                dayAt(),
                "in-the-future",
                "Money moves on a day that has come, not on %s.".formatted(day));
    }

    /** The movement, or every reason against it as faults; what the books hold is true until the commit. */
    @Nullable
    Posting decide(Books books, Faults faults);

    /** The effect on the room's own objects, after the movement is booked; answers what the caller is shown. */
    V booked(Movement movement);

    /** After the last decision of the request was booked: the time to write what several of them made at once. */
    default void finish() {}
}
