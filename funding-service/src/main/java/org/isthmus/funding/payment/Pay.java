package org.isthmus.funding.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentAccounts;
import org.isthmus.funding.commitment.Commitments;
import org.isthmus.funding.ledger.Ledger;
import org.isthmus.kit.access.Deputy;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes a payment from its request to its execution; each step under the lock of the commitment's account. */
@ApplicationScoped
class Pay {

    private final Payments payments;
    private final Commitments commitments;
    private final Ledger ledger;
    private final Booking booking;
    private final RequestNotes notes;
    private final Deputy deputy;
    private final Clock clock;

    Pay(
            Payments payments,
            Commitments commitments,
            Ledger ledger,
            Booking booking,
            RequestNotes notes,
            Deputy deputy,
            Clock clock) {
        this.payments = payments;
        this.commitments = commitments;
        this.ledger = ledger;
        this.booking = booking;
        this.notes = notes;
        this.deputy = deputy;
        this.clock = clock;
    }

    @Produces
    BodyCheck<NewPayment> meaning() {
        return new BodyCheck<>(NewPayment.class, asked -> {
            Faults faults = new Faults();
            if (asked.amount() != null) {
                Amounts.isPositive(asked.amount(), faults);
            }
            if (asked.commitmentId() != null) {
                commitments
                        .findByIdOptional(asked.commitmentId())
                        .ifPresentOrElse(any -> {}, () -> faults.add(unknown(asked.commitmentId())));
            }
            faults.refuseIfAny(Refusal.Kind.INVALID, "payment-invalid", "Its meaning is wrong.");
        });
    }

    private static Fault unknown(UUID commitment) {
        return Fault.at("/commitmentId", "commitment-unknown", "There is no commitment %s.".formatted(commitment));
    }

    RestResponse<PaymentView> request(NewPayment asked, String by) {
        Commitment commitment = commitment(asked.commitmentId());
        Payment payment = new Payment(asked, commitment.projectId(), by, today());
        check(payment, commitment);
        return payments.all().create(payment);
    }

    RestResponse<PaymentView> authorise(UUID id, String by) {
        return payments.all().step(id, payment -> {
            payment.authorise(by, today());
            check(payment, commitment(payment.commitmentId()));
        });
    }

    Booking.Booked<PaymentView> execute(UUID id, LocalDate on, String by) {
        Payment payment = payments.all().get(id);
        payments.all().checkSeen(payment);
        payment.checkExecution();
        Commitment commitment = commitment(payment.commitmentId());
        notes.drawnOn(List.of(commitment.id()));
        return booking.book(new BookPayment(payment, commitment, on, by, commitments, payments));
    }

    RestResponse<PaymentView> reject(UUID id, String reason, String by, String office) {
        return payments.all().step(id, payment -> payment.reject(by, today(), reason, office));
    }

    /** Two requests at once see each other: the second waits here for the first. */
    private void check(Payment payment, Commitment commitment) {
        notes.drawnOn(List.of(commitment.id()));
        deputy.check(payment.amount());
        ledger.lock(List.of(CommitmentAccounts.committed(commitment)));
        Commitment fresh = commitments.fresh(commitment.id());
        Faults faults = new Faults();
        RequestRules.check(fresh, payment.amount(), payments.open(commitment.id(), payment.id()), faults);
        Booking.refuse(faults.list());
    }

    private Commitment commitment(UUID id) {
        return commitments.findByIdOptional(id).orElseThrow(() -> {
            Fault fault = unknown(id);
            return new Refusal(Refusal.Kind.CONFLICT, fault.code(), fault.detail(), List.of(fault));
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
