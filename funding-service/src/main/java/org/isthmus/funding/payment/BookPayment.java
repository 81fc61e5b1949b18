package org.isthmus.funding.payment;

import static org.isthmus.funding.ledger.AccountKind.PAYMENT_APPROPRIATION;
import static org.isthmus.funding.ledger.AccountKind.PAYMENT_CONSUMED;

import java.time.LocalDate;
import java.util.List;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentAccounts;
import org.isthmus.funding.commitment.Commitments;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * An authorised payment is made: it takes from the commitment and, of the year in which it is made, from the line's
 * payment appropriations, in one movement.
 */
record BookPayment(
        Payment payment, Commitment before, LocalDate on, String by, Commitments commitments, Payments payments)
        implements Decision<PaymentView> {

    @Override
    public List<AccountKey> accounts() {
        return List.of(
                CommitmentAccounts.committed(before),
                CommitmentAccounts.paid(before),
                ofYear(PAYMENT_APPROPRIATION),
                ofYear(PAYMENT_CONSUMED));
    }

    @Override
    public LocalDate effectiveOn() {
        return on;
    }

    @Override
    public String dayAt() {
        return "/executedOn";
    }

    private AccountKey ofYear(AccountKind kind) {
        return AccountKey.of(kind, before.budgetLine(), on.getYear());
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        Commitment commitment = commitments.fresh(before.id());
        Money amount = payment.amount();
        RequestRules.check(commitment, amount, Money.zero(Money.EUR), faults);
        Money left = books.balance(ofYear(PAYMENT_APPROPRIATION));
        faults.require(
                !amount.isMoreThan(left),
                dayAt(),
                "payment-appropriation-exceeded",
                "%s is to be paid; %s is left of the payment appropriations of %s for %d."
                        .formatted(amount, left, before.budgetLine(), on.getYear()));
        faults.require(
                commitment.effectiveOn() == null || !on.isBefore(commitment.effectiveOn()),
                dayAt(),
                "before-commitment",
                "%s was committed on %s, after %s.".formatted(commitment.reference(), commitment.effectiveOn(), on));
        return faults.isEmpty() ? posting(amount) : null;
    }

    private Posting posting(Money amount) {
        return Posting.of(
                MovementType.PAY,
                on,
                payment.reason(),
                by,
                List.of(
                        Leg.of(CommitmentAccounts.committed(before), amount.negated()),
                        Leg.of(CommitmentAccounts.paid(before), amount).counted(EntryMeasure.PAID),
                        Leg.of(ofYear(PAYMENT_APPROPRIATION), amount.negated()),
                        Leg.of(ofYear(PAYMENT_CONSUMED), amount)));
    }

    @Override
    public PaymentView booked(Movement movement) {
        payment.execute(by, on, movement.id());
        Commitment paidOn = commitments.get(before.id());
        paidOn.pay(payment.amount(), movement);
        commitments.all().save(paidOn);
        return payments.all().save(payment);
    }
}
