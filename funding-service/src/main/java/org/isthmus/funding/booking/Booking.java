package org.isthmus.funding.booking;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.funding.booking.OpenPayments.OpenPayment;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Ledger;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.access.Deputy;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Carries out decisions: locks their accounts, lets each decide in turn, then books them.
 *
 * <p>It opens no transaction boundary of its own: a refusal passing one would doom the caller's transaction, and a consumer
 * has to tell the world of the refusal in it.
 */
@ApplicationScoped
public class Booking {

    private final Ledger ledger;
    private final OpenPayments payments;
    private final RequestNotes notes;
    private final Deputy deputy;
    private final Clock clock;

    Booking(Ledger ledger, OpenPayments payments, RequestNotes notes, Deputy deputy, Clock clock) {
        this.ledger = ledger;
        this.payments = payments;
        this.notes = notes;
        this.deputy = deputy;
        this.clock = clock;
    }

    /** What a decision made, and what the caller is shown of it. */
    public record Booked<V>(Movement movement, V shown) {}

    /** What became of one of several: booked, or refused for the faults, or neither when there was nothing to move. */
    public record Outcome<V>(@Nullable Booked<V> booked, List<Fault> faults) {}

    /** One decision; its faults name its own fields. A single reason is the refusal's code, several are listed. */
    public <V> Booked<V> book(Decision<V> decision) {
        Outcome<V> outcome = bookWhatIsAllowed(List.of(decision)).getFirst();
        refuse(outcome.faults());
        if (outcome.booked() == null) {
            throw new IllegalStateException("A request moves money or has faults");
        }
        return outcome.booked();
    }

    /** All of them, or none: faults name the row, {@code /movements/3/amount}. */
    public List<Movement> bookAll(List<? extends Decision<?>> decisions) {
        Books books = lock(decisions);
        return carryOut(books, allowed(books, decisions)).stream()
                .map(outcome -> requireNonNull(outcome.booked()).movement())
                .toList();
    }

    /** Refuses what could not be booked now, as if it were to be. */
    public void checkAll(List<? extends Decision<?>> decisions) {
        allowed(lock(decisions), decisions);
    }

    /** The same for one, whose faults name its own fields. */
    public void check(Decision<?> decision) {
        List<Decision<?>> one = List.of(decision);
        refuse(decide(lock(one), one).getFirst().faults());
    }

    private List<Attempt<Object>> allowed(Books books, List<? extends Decision<?>> decisions) {
        List<Attempt<Object>> attempts = decide(books, decisions);
        Faults faults = new Faults();
        for (int row = 0; row < attempts.size(); row++) {
            faults.addAll("/movements/" + row, attempts.get(row).faults());
        }
        if (attempts.size() == 1 && faults.list().size() == 1) {
            refuse(faults.list());
        }
        long refused =
                attempts.stream().filter(attempt -> !attempt.faults().isEmpty()).count();
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT,
                "batch-refused",
                "Nothing was booked: %d of %d movements are refused.".formatted(refused, attempts.size()));
        return attempts;
    }

    /** Each on its own: what the rules allow is booked, the rest answers its faults. */
    public <V> List<Outcome<V>> bookWhatIsAllowed(List<? extends Decision<V>> decisions) {
        Books books = lock(decisions);
        return carryOut(books, this.<V>decide(books, decisions));
    }

    private record Attempt<V>(
            Decision<? extends V> decision, @Nullable Posting posting, List<Fault> faults) {}

    private Books lock(List<? extends Decision<?>> decisions) {
        return ledger.lock(decisions.stream()
                .flatMap(decision -> decision.accounts().stream())
                .toList());
    }

    private <V> List<Attempt<V>> decide(Books books, List<? extends Decision<? extends V>> decisions) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, List<OpenPayment>> open = openPayments(decisions);
        List<Attempt<V>> attempts = new ArrayList<>();
        for (Decision<? extends V> decision : decisions) {
            Faults faults = new Faults();
            decision.refuseFuture(today, faults);
            Posting posting = decision.decide(books, faults);
            if (posting != null) {
                books.refuseOverdrawnDays(posting, decision.dayAt(), faults);
                refuseToBePaid(decision.takenBackAt(), posting, books, open, faults);
            }
            if (posting != null && faults.isEmpty()) {
                deputy.check(posting.moved());
                books.take(posting);
                attempts.add(new Attempt<>(decision, posting, List.of()));
            } else {
                attempts.add(new Attempt<>(decision, null, faults.list()));
            }
        }
        return attempts;
    }

    /** By commitment, of those that something is taken back from; read under the locks of their accounts. */
    private Map<UUID, List<OpenPayment>> openPayments(List<? extends Decision<?>> decisions) {
        List<UUID> commitments = decisions.stream()
                .filter(decision -> decision.takenBackAt() != null)
                .flatMap(decision -> decision.accounts().stream())
                .map(AccountKey::committedBy)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return commitments.isEmpty()
                ? Map.of()
                : payments.on(commitments).stream().collect(Collectors.groupingBy(OpenPayment::commitmentId));
    }

    private static void refuseToBePaid(
            @Nullable String pointer, Posting posting, Books books, Map<UUID, List<OpenPayment>> open, Faults faults) {
        if (pointer == null) {
            return;
        }
        for (Leg leg : posting.legs()) {
            List<OpenPayment> waiting = leg.account()
                    .committedBy()
                    .map(commitment -> open.getOrDefault(commitment, List.of()))
                    .orElse(List.of());
            Money toBePaid = waiting.stream().map(OpenPayment::amount).reduce(Money.zero(Money.EUR), Money::plus);
            Money left = books.balance(leg.account());
            faults.require(
                    leg.amount().signum() >= 0 || !toBePaid.isMoreThan(left.plus(leg.amount())),
                    pointer,
                    "payments-open",
                    "%s would be taken of %s; %s of it is to be paid, by %s: execute or reject first."
                            .formatted(
                                    leg.amount().negated(),
                                    left,
                                    toBePaid,
                                    waiting.stream()
                                            .map(payment -> "payment " + payment.id())
                                            .collect(Collectors.joining(", "))));
        }
    }

    private <V> List<Outcome<V>> carryOut(Books books, List<Attempt<V>> attempts) {
        List<Posting> postings =
                attempts.stream().map(Attempt::posting).filter(Objects::nonNull).toList();
        List<Attempt<V>> allowed =
                attempts.stream().filter(attempt -> attempt.posting() != null).toList();
        ledger.open(
                books,
                allowed.stream()
                        .flatMap(attempt -> attempt.decision().accounts().stream())
                        .toList());
        Iterator<Movement> movements = ledger.book(books, postings).iterator();
        List<Outcome<V>> outcomes = new ArrayList<>();
        for (Attempt<V> attempt : attempts) {
            outcomes.add(new Outcome<>(
                    attempt.posting() == null ? null : booked(attempt.decision(), movements.next()), attempt.faults()));
        }
        allowed.forEach(attempt -> attempt.decision().finish());
        return outcomes;
    }

    private <V> Booked<V> booked(Decision<? extends V> decision, Movement movement) {
        note(movement);
        return new Booked<>(movement, decision.booked(movement));
    }

    /** For four eyes: the step draws on what money comes from and is one on where it goes; a reversal on its original. */
    private void note(Movement movement) {
        notes.concerned(List.of(movement.id()));
        if (movement.corrects() != null) {
            return;
        }
        for (Movement.Entry entry : movement.entries()) {
            List<UUID> things = Stream.of(entry.account().id(), entry.account().commitmentId())
                    .filter(Objects::nonNull)
                    .toList();
            if (entry.value().signum() < 0) {
                notes.drawnOn(things);
            } else {
                notes.concerned(things);
            }
        }
    }

    /** Refuses for all the reasons; a single one lends its code and sentence. */
    public static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    faults.size() == 1 ? first.code() : "movement-refused",
                    summary(faults),
                    faults);
        }
    }

    /** All reasons as one text. */
    public static String summary(List<Fault> faults) {
        return String.join(" ", faults.stream().map(Fault::detail).toList());
    }
}
