package org.isthmus.funding.allocation;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class AllocationContractTest {

    private static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000002010");
    private static final UUID MOVEMENT = UUID.fromString("01932f6e-0000-7000-8000-00000000b001");
    private static final AllocationEvent.Line LINE = new AllocationEvent.Line("19 02 01", 2010);

    @Test
    void anAllocationIsToldAsAgreed() {
        Contracts.assertKept(new AllocationEvent.State(
                true, ACTION, 1, PROGRAMME, 1, Money.euros("2000000.00"), MOVEMENT, LocalDate.of(2010, 11, 30), LINE));
        Contracts.assertKept(new AllocationEvent.State(
                false, ACTION, 2, PROGRAMME, 2, Money.euros("1500000.00"), MOVEMENT, LocalDate.of(2010, 12, 15), LINE));
        Contracts.assertKept(new AllocationEvent.Refused(
                ACTION,
                1,
                PROGRAMME,
                1,
                Money.euros("2000000.00"),
                "appropriation-exceeded",
                "2000000.00 EUR is asked for AWP-2010-2/1, 500000.00 EUR is left of the commitment appropriations of"
                        + " 19 02 01 for 2010."));
    }
}
