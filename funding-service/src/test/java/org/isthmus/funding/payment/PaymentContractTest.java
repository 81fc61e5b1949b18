package org.isthmus.funding.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class PaymentContractTest {

    @Test
    void aPaymentIsToldAsAgreed() {
        told(PaymentStatus.REQUESTED, 1, "finance-officer", LocalDate.of(2011, 1, 10));
        told(PaymentStatus.AUTHORISED, 2, "authorising-officer", LocalDate.of(2011, 1, 20));
        told(PaymentStatus.EXECUTED, 3, "accounting-officer", LocalDate.of(2011, 2, 1));
        told(PaymentStatus.REJECTED, 2, "authorising-officer", LocalDate.of(2011, 1, 21));
        told(PaymentStatus.REVERSED, 4, "accounting-officer", LocalDate.of(2011, 2, 5));
    }

    private static void told(PaymentStatus status, int version, String by, LocalDate on) {
        Contracts.assertKept(new PaymentEvent(
                UUID.fromString("01932f6e-0000-7000-8000-00000000e001"),
                version,
                UUID.fromString("01932f6e-0000-7000-8000-00000000d001"),
                UUID.fromString("01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4411"),
                Money.euros("400000.00"),
                status,
                by,
                on));
    }
}
