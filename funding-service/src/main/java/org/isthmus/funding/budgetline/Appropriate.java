package org.isthmus.funding.budgetline;

import static org.isthmus.funding.ledger.AccountKind.APPROPRIATION;
import static org.isthmus.funding.ledger.AccountKind.LAPSED;
import static org.isthmus.funding.ledger.AccountKind.PAYMENT_APPROPRIATION;
import static org.isthmus.funding.ledger.AccountKind.PAYMENT_CONSUMED;
import static org.isthmus.funding.ledger.AccountKind.SOURCE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * The budget authority gives a line its appropriations of a year.
 *
 * <p>The line must exist; what is taken back must still be there. The accounts of what may happen to the money later are
 * opened with it, while its own are locked, so that two later bookings never race to open one.
 */
@ApplicationScoped
public class Appropriate implements MovementKind<NewAppropriation> {

    private final BudgetLines lines;
    private final Appropriations appropriations;

    Appropriate(BudgetLines lines, Appropriations appropriations) {
        this.lines = lines;
        this.appropriations = appropriations;
    }

    @Override
    public Class<NewAppropriation> body() {
        return NewAppropriation.class;
    }

    @Override
    public Optional<String> role() {
        return Optional.of("authorising-officer");
    }

    @Override
    public List<Decision<AppropriationView>> decisions(List<NewAppropriation> asked, String by) {
        Set<String> known = lines.all()
                .known(asked.stream().map(NewAppropriation::budgetLine).collect(Collectors.toSet()));
        return asked.stream()
                .<Decision<AppropriationView>>map(
                        one -> new BookAppropriation(one, known.contains(one.budgetLine()), by, appropriations))
                .toList();
    }

    @Override
    public void meaning(NewAppropriation asked, Faults faults) {
        if (asked.budgetLine() != null) {
            checkLine(asked, !lines.all().known(Set.of(asked.budgetLine())).isEmpty(), faults);
        }
        if (asked.amount() != null) {
            checkAmount(asked.amount(), faults);
        }
    }

    @Produces
    BodyCheck<NewAppropriation> check() {
        return alone();
    }

    private static void checkLine(NewAppropriation asked, boolean isKnown, Faults faults) {
        faults.require(
                isKnown,
                "/budgetLine",
                "budget-line-unknown",
                "There is no budget line %s.".formatted(asked.budgetLine()));
    }

    private static boolean checkAmount(Money amount, Faults faults) {
        faults.require(
                amount.signum() != 0,
                "/amount",
                "amount-zero",
                "An appropriation gives or takes back money, not 0.00.");
        return Amounts.isInEuro(amount, faults);
    }

    record BookAppropriation(NewAppropriation asked, boolean lineKnown, String by, Appropriations appropriations)
            implements Decision<AppropriationView> {

        @Override
        public List<AccountKey> accounts() {
            return asked.kind() == Appropriation.Kind.COMMITMENT
                    ? List.of(account(SOURCE), account(APPROPRIATION), account(LAPSED))
                    : List.of(account(SOURCE), account(PAYMENT_APPROPRIATION), account(PAYMENT_CONSUMED));
        }

        @Override
        public LocalDate effectiveOn() {
            return asked.effectiveOn();
        }

        @Override
        public @Nullable Posting decide(Books books, Faults faults) {
            Money amount = asked.amount();
            checkLine(asked, lineKnown, faults);
            if (!checkAmount(amount, faults) || !faults.isEmpty()) {
                return null;
            }
            List<Leg> legs = List.of(
                    Leg.of(account(SOURCE), amount.negated()), Leg.of(accounts().get(1), amount));
            books.refuseOverdrawn(legs, "/amount", faults);
            return faults.isEmpty()
                    ? Posting.of(MovementType.APPROPRIATE, asked.effectiveOn(), asked.reason(), by, legs)
                            .from(asked.source())
                    : null;
        }

        @Override
        public AppropriationView booked(Movement movement) {
            return appropriations.add(new Appropriation(asked, movement));
        }

        private AccountKey account(AccountKind kind) {
            return AccountKey.of(kind, asked.budgetLine(), asked.year());
        }
    }
}
