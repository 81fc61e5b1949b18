package org.isthmus.funding.commitment;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** A commitment as a payment needs it. */
public record PayableCommitment(
        UUID commitmentId,
        String reference,
        UUID projectId,
        String budgetLine,
        @Nullable Integer year,
        @Nullable LocalDate effectiveOn,
        boolean historical,
        Money outstanding,
        AccountKey account,
        AccountKey paidAccount) {

    static PayableCommitment of(Commitment commitment) {
        return new PayableCommitment(
                commitment.id(),
                commitment.reference(),
                commitment.projectId(),
                commitment.budgetLine(),
                commitment.year(),
                commitment.effectiveOn(),
                commitment.isHistorical(),
                commitment.outstanding(),
                CommitmentAccounts.committed(commitment),
                CommitmentAccounts.paid(commitment));
    }
}
