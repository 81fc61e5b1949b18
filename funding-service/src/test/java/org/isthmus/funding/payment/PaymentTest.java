package org.isthmus.funding.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isthmus.kit.values.Money.euros;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final LocalDate DAY = LocalDate.of(2011, 2, 1);

    private final Payment payment = new Payment(
            new NewPayment(UUID.randomUUID(), PaymentKind.INTERIM, euros("30.00"), "Second instalment"),
            UUID.randomUUID(),
            "ann",
            DAY);

    @Test
    void threeDifferentPeoplePay() {
        payment.authorise("bob", DAY);
        payment.execute("cleo", DAY, UUID.randomUUID());

        assertThat(payment.status()).isEqualTo(PaymentStatus.EXECUTED);
        assertThat(payment.executedBy()).isEqualTo("cleo");
    }

    @Test
    void nothingIsExecutedUnauthorisedOrTwice() {
        assertRefused("payment-wrong-status", () -> payment.execute("cleo", DAY, UUID.randomUUID()));
        payment.authorise("bob", DAY);
        payment.execute("cleo", DAY, UUID.randomUUID());
        assertRefused("payment-wrong-status", () -> payment.execute("cleo", DAY, UUID.randomUUID()));
        assertRefused("payment-wrong-status", () -> payment.reject("bob", DAY, "Too late", "accounting-officer"));
    }

    @Test
    void aRejectedPaymentStaysRejected() {
        payment.reject("bob", DAY, "No report", "accounting-officer");

        assertRefused("payment-wrong-status", () -> payment.authorise("bob", DAY));
        assertRefused("payment-wrong-status", () -> payment.reverse(UUID.randomUUID(), DAY));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
