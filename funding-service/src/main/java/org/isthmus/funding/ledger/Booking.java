package org.isthmus.funding.ledger;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
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
    private final Clock clock;

    Booking(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a decision made, and what the caller is shown of it. */
    public record Booked(Movement movement, Object shown) {}

    /** What became of one of several: booked, or refused for the faults, or neither when there was nothing to move. */
    public record Outcome(@Nullable Booked booked, List<Fault> faults) {}

    /** One decision; its faults name its own fields. A single reason is the refusal's code, several are listed. */
    public Booked book(Decision decision) {
        Outcome outcome = bookWhatIsAllowed(List.of(decision)).getFirst();
        refuse(outcome.faults());
        if (outcome.booked() == null) {
            throw new IllegalStateException("A request moves money or has faults");
        }
        return outcome.booked();
    }

    /** All of them, or none: faults name the row, {@code /movements/3/amount}. */
    public List<Booked> bookAll(List<? extends Decision> decisions) {
        Books books = lock(decisions);
        List<Attempt> attempts = decide(books, decisions);
        Faults faults = new Faults();
        for (int row = 0; row < attempts.size(); row++) {
            addAll(faults, attempts.get(row).faults(), "/movements/" + row);
        }
        long refused =
                attempts.stream().filter(attempt -> !attempt.faults().isEmpty()).count();
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT,
                "batch-refused",
                "Nothing was booked: %d of %d movements are refused.".formatted(refused, attempts.size()));
        return carryOut(books, attempts).stream()
                .map(outcome -> requireNonNull(outcome.booked()))
                .toList();
    }

    /** Each on its own: what the rules allow is booked, the rest answers its faults. */
    public List<Outcome> bookWhatIsAllowed(List<? extends Decision> decisions) {
        Books books = lock(decisions);
        return carryOut(books, decide(books, decisions));
    }

    private record Attempt(Decision decision, @Nullable Posting posting, List<Fault> faults) {}

    private Books lock(List<? extends Decision> decisions) {
        return ledger.lock(decisions.stream()
                .flatMap(decision -> decision.accounts().stream())
                .toList());
    }

    private List<Attempt> decide(Books books, List<? extends Decision> decisions) {
        LocalDate today = LocalDate.now(clock);
        List<Attempt> attempts = new ArrayList<>();
        for (Decision decision : decisions) {
            Faults faults = new Faults();
            decision.refuseFuture(today, faults);
            Posting posting = decision.decide(books, faults);
            if (posting != null) {
                books.refuseOverdrawnDays(posting, decision.dayAt(), faults);
            }
            if (posting != null && faults.isEmpty()) {
                books.take(posting);
                attempts.add(new Attempt(decision, posting, List.of()));
            } else {
                attempts.add(new Attempt(decision, null, faults.list()));
            }
        }
        return attempts;
    }

    private List<Outcome> carryOut(Books books, List<Attempt> attempts) {
        List<Attempt> allowed =
                attempts.stream().filter(attempt -> attempt.posting() != null).toList();
        ledger.open(
                books,
                allowed.stream()
                        .flatMap(attempt -> attempt.decision().accounts().stream())
                        .toList());
        List<Movement> movements =
                ledger.book(books, allowed.stream().map(Attempt::posting).toList());
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Attempt attempt : attempts) {
            Booked booked = null;
            if (attempt.posting() != null) {
                Movement movement = movements.get(next++);
                booked = new Booked(movement, attempt.decision().booked(movement));
            }
            outcomes.add(new Outcome(booked, attempt.faults()));
        }
        allowed.forEach(attempt -> attempt.decision().finish());
        return outcomes;
    }

    private static void addAll(Faults all, List<Fault> ofRow, String prefix) {
        for (Fault fault : ofRow) {
            all.add(prefix + (fault.pointer() == null ? "" : fault.pointer()), fault.code(), fault.detail());
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
