package org.isthmus.funding.budgetline;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class AppropriationContractTest {

    @Test
    void anAppropriationIsToldAsAgreed() {
        told(1, Appropriation.Status.BOOKED, "01932f6e-0000-7000-8000-00000000b000");
        told(2, Appropriation.Status.REVERSED, "01932f6e-0000-7000-8000-00000000b009");
    }

    private static void told(int version, Appropriation.Status status, String movement) {
        Contracts.assertKept(new AppropriationEvent(
                UUID.fromString("01932f6e-0000-7000-8000-00000000f001"),
                version,
                "19 02 01",
                2010,
                Appropriation.Kind.COMMITMENT,
                Money.euros("40000000.00"),
                LocalDate.of(2010, 1, 1),
                status,
                UUID.fromString(movement)));
    }
}
