package org.isthmus.funding.booking;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a movement by another one that names it: once, and only when no account is left with less than nothing.
 *
 * <p>Whatever the movement booked follows in the same transaction.
 */
@ApplicationScoped
public class Reverse {

    private final Booking booking;
    private final BookedMovements past;
    private final List<ReversalListener> followers;

    Reverse(Booking booking, BookedMovements past, @All List<ReversalListener> followers) {
        this.booking = booking;
        this.past = past;
        this.followers = followers;
    }

    public Movement reverse(UUID id, String reason, LocalDate effectiveOn, String by) {
        BookedMovements.BookedMovement original = past.find(id)
                .orElseThrow(() -> Refusal.notFound("movement-unknown", "There is no movement %s.".formatted(id)));
        return booking.book(new BookReversal(original, reason, effectiveOn, by)).movement();
    }

    private final class BookReversal implements Decision<Movement> {

        private final BookedMovements.BookedMovement original;
        private final String reason;
        private final LocalDate effectiveOn;
        private final String by;

        BookReversal(BookedMovements.BookedMovement original, String reason, LocalDate effectiveOn, String by) {
            this.original = original;
            this.reason = reason;
            this.effectiveOn = effectiveOn;
            this.by = by;
        }

        @Override
        public List<AccountKey> accounts() {
            return original.legs().stream().map(Leg::account).toList();
        }

        @Override
        public LocalDate effectiveOn() {
            return effectiveOn;
        }

        @Override
        public String takenBackAt() {
            return "";
        }

        @Override
        public @Nullable Posting decide(Books books, Faults faults) {
            Movement movement = original.movement();
            faults.require(
                    movement.type() != MovementType.REVERSE,
                    "",
                    "reversal-final",
                    "A reversal is not undone; book the movement anew.");
            past.reversalOf(movement.id())
                    .ifPresent(reversal ->
                            faults.add("", "already-reversed", "Movement %s undid it already.".formatted(reversal)));
            PartialDate dated = movement.effectiveOn();
            faults.require(
                    dated == null || !effectiveOn.isBefore(dated.last()),
                    "/effectiveOn",
                    "before-movement",
                    "It counts from %s; it can't be undone before.".formatted(dated == null ? "" : dated.last()));
            List<Leg> legs = original.legs().stream()
                    .map(leg -> new Leg(leg.account(), leg.amount().negated(), leg.measure()))
                    .toList();
            if (faults.isEmpty()) {
                refuseUsed(books, movement, legs, faults);
            }
            return faults.isEmpty() ? posting(legs) : null;
        }

        /** Names what to reverse first, where later movements use what this one brought. */
        private void refuseUsed(Books books, Movement movement, List<Leg> legs, Faults faults) {
            Faults overdrawn = new Faults();
            books.refuseOverdrawn(legs, "", overdrawn);
            List<String> later = overdrawn.isEmpty() ? List.of() : past.drawingOn(movement);
            faults.addAll(
                    later.isEmpty()
                            ? overdrawn.list()
                            : List.of(Fault.at(
                                    "",
                                    "reverse-first",
                                    "%s Reverse first, in this order: %s."
                                            .formatted(Booking.summary(overdrawn.list()), String.join(", ", later)))));
        }

        private Posting posting(List<Leg> legs) {
            return new Posting(
                    Ids.next(),
                    MovementType.REVERSE,
                    // what no day is known of is undone as of then, so that nothing of it counts on any day
                    original.movement().effectiveOn() == null ? null : PartialDate.of(effectiveOn),
                    reason,
                    by,
                    original.movement().id(),
                    original.movement().historical(),
                    null,
                    legs);
        }

        @Override
        public Movement booked(Movement movement) {
            followers.forEach(follower -> follower.reversed(original.movement(), movement));
            return movement;
        }
    }
}
