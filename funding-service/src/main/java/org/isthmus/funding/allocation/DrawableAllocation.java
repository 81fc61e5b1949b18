package org.isthmus.funding.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Owner;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of an action's commitments is drawn from, and the financing decision that precedes it.
 *
 * @param allocated what is set aside, which is more than what is decided when a reduction could not be booked
 * @param decided what the financing decision in force gives
 */
public record DrawableAllocation(
        UUID actionId,
        String reference,
        UUID workProgrammeId,
        String line,
        int year,
        @Nullable LocalDate decidedOn,
        Money allocated,
        Money decided,
        boolean withdrawn) {

    DrawableAllocation(
            UUID actionId,
            String reference,
            UUID workProgrammeId,
            String line,
            int year,
            @Nullable LocalDate decidedOn,
            @Nullable BigDecimal allocated,
            @Nullable BigDecimal decided,
            boolean withdrawn) {
        this(
                actionId,
                reference,
                workProgrammeId,
                line,
                year,
                decidedOn,
                Money.euros(allocated == null ? BigDecimal.ZERO : allocated),
                Money.euros(decided == null ? BigDecimal.ZERO : decided),
                withdrawn);
    }

    public AccountKey account() {
        return AccountKey.of(AccountKind.ALLOCATION, line, year, Owner.action(actionId, reference));
    }
}
