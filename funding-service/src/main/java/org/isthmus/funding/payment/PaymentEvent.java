package org.isthmus.funding.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Money;

/**
 * What other services learn about payments. Contract: {@code contracts/events/funding.payments/}.
 *
 * <p>Each tells the payment as it is now; {@code by} is the office that acted, never a person's name.
 */
record PaymentEvent(
        UUID paymentId,
        int version,
        UUID commitmentId,
        UUID projectId,
        Money amount,
        PaymentStatus status,
        String by,
        LocalDate on)
        implements Event {

    static PaymentEvent of(Payment payment, String office, LocalDate on) {
        return new PaymentEvent(
                payment.id(),
                payment.version(),
                payment.commitmentId(),
                payment.projectId(),
                payment.amount(),
                payment.status(),
                office,
                on);
    }

    @Override
    public Envelope envelope() {
        return new Envelope("funding.payments", type(), paymentId);
    }

    private String type() {
        return switch (status) {
            case REQUESTED -> "eu.isthmus.funding.payment.requested.v1";
            case AUTHORISED -> "eu.isthmus.funding.payment.authorised.v1";
            case EXECUTED -> "eu.isthmus.funding.payment.executed.v1";
            case REJECTED -> "eu.isthmus.funding.payment.rejected.v1";
            case REVERSED -> "eu.isthmus.funding.payment.reversed.v1";
        };
    }
}
