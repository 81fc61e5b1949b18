package org.isthmus.funding.commitment;

import java.util.UUID;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.Owner;
import org.jspecify.annotations.Nullable;

/** The accounts around a commitment. */
public final class CommitmentAccounts {

    private CommitmentAccounts() {}

    public static AccountKey ofHistory(NewCommitment asked) {
        return AccountKey.of(AccountKind.SOURCE, BudgetLines.HISTORICAL, asked.knownYear());
    }

    public static AccountKey committed(
            UUID id, NewCommitment asked, String line, @Nullable Integer year, @Nullable UUID actionId) {
        return AccountKey.of(
                AccountKind.COMMITMENT,
                line,
                year,
                Owner.commitment(id, asked.reference(), asked.projectId(), actionId));
    }

    public static AccountKey committed(Commitment commitment) {
        return of(AccountKind.COMMITMENT, commitment);
    }

    public static AccountKey paid(Commitment commitment) {
        return of(AccountKind.PAID, commitment);
    }

    public static AccountKey lapsed(Commitment commitment) {
        return AccountKey.of(AccountKind.LAPSED, commitment.budgetLine(), commitment.year());
    }

    /** Where it was drawn from; null for the past. */
    public static @Nullable AccountKey allocation(Commitment commitment) {
        UUID actionId = commitment.actionId();
        String action = commitment.action();
        return actionId == null || action == null
                ? null
                : AccountKey.of(
                        AccountKind.ALLOCATION,
                        commitment.budgetLine(),
                        commitment.year(),
                        Owner.action(actionId, action));
    }

    private static AccountKey of(AccountKind kind, Commitment commitment) {
        return AccountKey.of(
                kind,
                commitment.budgetLine(),
                commitment.year(),
                Owner.commitment(
                        commitment.id(), commitment.reference(), commitment.projectId(), commitment.actionId()));
    }
}
