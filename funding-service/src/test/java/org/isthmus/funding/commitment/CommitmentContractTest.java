package org.isthmus.funding.commitment;

import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class CommitmentContractTest {

    private static final UUID COMMITMENT = UUID.fromString("01932f6e-0000-7000-8000-00000000d001");
    private static final UUID PROJECT = UUID.fromString("01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4411");
    private static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000002010");
    private static final UUID MOVEMENT = UUID.fromString("01932f6e-0000-7000-8000-00000000b002");
    private static final UUID CORRECTED = UUID.fromString("01932f6e-0000-7000-8000-00000000b0c1");
    private static final PartialDate SIGNED = PartialDate.parse("2010-12-20");

    @Test
    void aPromiseIsToldAsAgreed() {
        Contracts.assertKept(new CommitmentEvent.State(
                true,
                COMMITMENT,
                1,
                "DCI-MIGR 2010/255-200",
                PROJECT,
                ACTION,
                PROGRAMME,
                CommitmentKind.INDIVIDUAL,
                false,
                SIGNED,
                CommitmentStatus.OPEN,
                Money.euros("1500000.00"),
                Money.euros("0.00"),
                Money.euros("0.00"),
                Money.euros("0.00"),
                Money.euros("1500000.00"),
                null,
                MOVEMENT,
                SIGNED,
                null));
        Contracts.assertKept(new CommitmentEvent.State(
                false,
                COMMITMENT,
                2,
                "DCI-MIGR 2010/255-200",
                PROJECT,
                ACTION,
                PROGRAMME,
                CommitmentKind.INDIVIDUAL,
                false,
                SIGNED,
                CommitmentStatus.OPEN,
                Money.euros("1500000.00"),
                Money.euros("100000.00"),
                Money.euros("400000.00"),
                Money.euros("0.00"),
                Money.euros("1000000.00"),
                null,
                MOVEMENT,
                PartialDate.parse("2011-06-30"),
                CORRECTED));
        Contracts.assertKept(new CommitmentEvent.Refused(
                PROJECT,
                "DCI-MIGR 2010/255-200",
                4,
                Money.euros("2500000.00"),
                "allocation-exceeded",
                "2500000.00 EUR is asked for, 2000000.00 EUR is left of the allocation of AWP-2010-2/1."));
    }
}
