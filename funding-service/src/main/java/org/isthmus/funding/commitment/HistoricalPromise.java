package org.isthmus.funding.commitment;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Amounts;
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

/** A promise of the past, straight from the budget authority: who appropriated and allocated it, nobody kept here. */
final class HistoricalPromise implements Decision {

    private final UUID id = Ids.next();
    private final NewCommitment asked;
    private final String by;
    private final Promised promised;

    HistoricalPromise(NewCommitment asked, String by, Promised promised) {
        this.asked = asked;
        this.by = by;
        this.promised = promised;
    }

    @Override
    public List<AccountKey> accounts() {
        return List.of(Accounts.ofHistory(asked));
    }

    @Override
    public LocalDate effectiveOn() {
        return asked.effectiveOn();
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        Amounts.isPositive(asked.amount(), faults);
        promised.take(asked.reference(), faults);
        if (!faults.isEmpty()) {
            return null;
        }
        AccountKey account = Accounts.promised(id, asked, Accounts.HISTORICAL, asked.knownYear(), null);
        return Posting.of(
                        MovementType.COMMIT,
                        asked.effectiveOn(),
                        asked.reason(),
                        by,
                        List.of(
                                Leg.of(Accounts.ofHistory(asked), asked.amount().negated()),
                                Leg.of(account, asked.amount()).counted(Measure.COMMITTED)))
                .fromHistory(asked.precision(), requireNonNull(asked.source()));
    }

    @Override
    public CommitmentView booked(Movement movement) {
        return promised.add(Commitment.historical(id, asked, movement.id()));
    }

    @Override
    public void finish() {
        promised.write();
    }
}
