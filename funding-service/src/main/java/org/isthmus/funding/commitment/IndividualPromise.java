package org.isthmus.funding.commitment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.allocation.Purse;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Decision;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Measure;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** A grant: drawn from the allocation of its action, in time, and never more than is left. */
final class IndividualPromise implements Decision {

    private final UUID id = Ids.next();
    private final NewCommitment asked;
    private final @Nullable Purse before;
    private final String by;
    private final Promised promised;
    private final int yearsToSign;

    IndividualPromise(NewCommitment asked, @Nullable Purse before, String by, Promised promised, int yearsToSign) {
        this.asked = asked;
        this.before = before;
        this.by = by;
        this.promised = promised;
        this.yearsToSign = yearsToSign;
    }

    @Override
    public List<AccountKey> accounts() {
        return before == null ? List.of() : List.of(before.account());
    }

    @Override
    public LocalDate effectiveOn() {
        return asked.effectiveOn();
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        Purse purse = promised.purse(asked.actionId());
        faults.require(
                purse == null || accounts().contains(purse.account()),
                "/actionId",
                "changed-meanwhile",
                "The allocation was changed at the same moment; ask again.");
        CommitmentRules.checkIndividual(asked, purse, books, yearsToSign, faults);
        promised.take(asked.reference(), faults);
        if (purse == null || !faults.isEmpty()) {
            return null;
        }
        AccountKey account = Accounts.promised(id, asked, purse.line(), purse.year(), purse.actionId());
        return Posting.of(
                        MovementType.COMMIT,
                        asked.effectiveOn(),
                        asked.reason(),
                        by,
                        List.of(
                                Leg.of(purse.account(), asked.amount().negated()),
                                Leg.of(account, asked.amount()).counted(Measure.COMMITTED)))
                .from(asked.source());
    }

    @Override
    public CommitmentView booked(Movement movement) {
        return promised.add(
                Commitment.individual(id, asked, requireNonNull(promised.purse(asked.actionId())), movement.id()));
    }

    @Override
    public void finish() {
        promised.write();
    }
}
