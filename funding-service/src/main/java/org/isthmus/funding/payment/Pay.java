package org.isthmus.funding.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.commitment.Promise;
import org.isthmus.funding.commitment.Promises;
import org.isthmus.funding.ledger.Booking;
import org.isthmus.funding.ledger.Ledger;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;

/** Takes a payment from its request to its execution; each step under the lock of the commitment's account. */
@ApplicationScoped
class Pay {

    private final Payments payments;
    private final Promises promises;
    private final Ledger ledger;
    private final Booking booking;
    private final Clock clock;

    Pay(Payments payments, Promises promises, Ledger ledger, Booking booking, Clock clock) {
        this.payments = payments;
        this.promises = promises;
        this.ledger = ledger;
        this.booking = booking;
        this.clock = clock;
    }

    PaymentView request(NewPayment asked, String by) {
        Promise promise = promise(asked.commitmentId());
        Payment payment = new Payment(asked, promise.projectId(), by, today());
        check(payment, promise);
        return payments.keep(payment, "finance-officer", today());
    }

    PaymentView authorise(UUID id, String by) {
        Payment payment = payments.get(id);
        Promise promise = promise(payment.commitmentId());
        payment.authorise(by, today());
        check(payment, promise);
        return payments.keep(payment, "authorising-officer", today());
    }

    Booking.Booked execute(UUID id, LocalDate on, String by) {
        Payment payment = payments.get(id);
        payment.checkExecution(by);
        Promise promise = promise(payment.commitmentId());
        return booking.book(new Execution(payment, promise, on, by, promises, payments));
    }

    PaymentView reject(UUID id, String reason, String by, String office) {
        Payment payment = payments.get(id);
        payment.reject(by, today(), reason);
        return payments.keep(payment, office, today());
    }

    /** Two requests at once see each other: the second waits here for the first. */
    private void check(Payment payment, Promise promise) {
        ledger.lock(List.of(promise.account()));
        Promise fresh = promises.fresh(promise.commitmentId());
        Faults faults = new Faults();
        RequestRules.check(fresh, payment.amount(), payments.open(promise.commitmentId(), payment.id()), faults);
        Booking.refuse(faults.list());
    }

    private Promise promise(UUID commitment) {
        return promises.find(commitment).orElseThrow(() -> {
            String detail = "There is no commitment %s.".formatted(commitment);
            return new Refusal(
                    Refusal.Kind.CONFLICT,
                    "commitment-unknown",
                    detail,
                    List.of(Fault.at("/commitmentId", "commitment-unknown", detail)));
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
