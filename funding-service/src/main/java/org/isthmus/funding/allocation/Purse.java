package org.isthmus.funding.allocation;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Owner;
import org.jspecify.annotations.Nullable;

/** Where money promised for an action is drawn from, and the financing decision that precedes it. */
public record Purse(
        UUID actionId,
        String reference,
        UUID workProgrammeId,
        String line,
        int year,
        @Nullable LocalDate decidedOn) {

    public AccountKey account() {
        return AccountKey.of(AccountKind.ALLOCATION, line, year, Owner.action(actionId, reference));
    }
}
