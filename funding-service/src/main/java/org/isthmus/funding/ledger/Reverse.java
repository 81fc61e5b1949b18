package org.isthmus.funding.ledger;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.time.PartialDate.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a movement by another one that names it: once, and only when no account is left with less than nothing.
 *
 * <p>Whatever the movement booked follows in the same transaction.
 */
@ApplicationScoped
public class Reverse {

    private final Booking booking;
    private final PastMovements past;
    private final List<Follower> followers;

    Reverse(Booking booking, PastMovements past, @All List<Follower> followers) {
        this.booking = booking;
        this.past = past;
        this.followers = followers;
    }

    public Movement reverse(UUID id, String reason, LocalDate effectiveOn, String by) {
        PastMovements.Past original = past.find(id)
                .orElseThrow(() -> Refusal.notFound("movement-unknown", "There is no movement %s.".formatted(id)));
        return booking.book(new Undoing(original, reason, effectiveOn, by)).movement();
    }

    private final class Undoing implements Decision {

        private final PastMovements.Past original;
        private final String reason;
        private final LocalDate effectiveOn;
        private final String by;

        Undoing(PastMovements.Past original, String reason, LocalDate effectiveOn, String by) {
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
            faults.require(
                    !effectiveOn.isBefore(movement.effectiveOn()),
                    "/effectiveOn",
                    "before-movement",
                    "It counts from %s; it can't be undone before.".formatted(movement.effectiveOn()));
            List<Leg> legs = original.legs().stream()
                    .map(leg -> new Leg(leg.account(), leg.amount().negated(), leg.measure()))
                    .toList();
            if (faults.isEmpty()) {
                books.refuseOverdrawn(legs, "", faults);
            }
            return faults.isEmpty() ? posting(legs) : null;
        }

        private Posting posting(List<Leg> legs) {
            return new Posting(
                    Ids.next(),
                    MovementType.REVERSE,
                    effectiveOn,
                    Precision.DAY,
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
