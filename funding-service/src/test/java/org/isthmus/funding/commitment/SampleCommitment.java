package org.isthmus.funding.commitment;

import static org.isthmus.kit.values.Money.euros;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.kit.values.PartialDate;

/** Commitments as rules are tried on them: of 20 December 2010, from a decision of 30 November. */
public final class SampleCommitment {

    private static final LocalDate DECIDED = LocalDate.of(2010, 11, 30);

    private SampleCommitment() {}

    public static Commitment of(String amount) {
        return Commitment.individual(
                UUID.randomUUID(), asked(CommitmentKind.INDIVIDUAL, amount, "2010-12-20"), drawable(), movement());
    }

    public static Movement movement() {
        return new Movement(
                UUID.randomUUID(),
                MovementType.COMMIT,
                PartialDate.parse("2010-12-20"),
                Instant.EPOCH,
                1L,
                "Grant signed",
                "officer",
                null,
                false,
                null,
                List.of());
    }

    public static NewCommitment asked(CommitmentKind kind, String amount, String on) {
        return new NewCommitment(
                kind,
                UUID.randomUUID(),
                "G-1",
                euros(amount),
                PartialDate.parse(on),
                UUID.randomUUID(),
                "Grant signed",
                null);
    }

    private static DrawableAllocation drawable() {
        return new DrawableAllocation(
                UUID.randomUUID(),
                "AWP-2010-2/1",
                UUID.randomUUID(),
                "19 02 01",
                2010,
                DECIDED,
                euros("100.00"),
                euros("100.00"),
                false);
    }
}
