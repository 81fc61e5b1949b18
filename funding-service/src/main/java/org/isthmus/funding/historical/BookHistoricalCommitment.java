package org.isthmus.funding.historical;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentAccounts;
import org.isthmus.funding.commitment.CommitmentView;
import org.isthmus.funding.commitment.CommitmentsOfRequest;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** A commitment of the past, straight from the budget authority: who appropriated and allocated it, nobody kept here. */
final class BookHistoricalCommitment implements Decision<CommitmentView> {

    private final UUID id = Ids.next();
    private final NewCommitment asked;
    private final String by;
    private final CommitmentsOfRequest ofRequest;

    BookHistoricalCommitment(NewCommitment asked, String by, CommitmentsOfRequest ofRequest) {
        this.asked = asked;
        this.by = by;
        this.ofRequest = ofRequest;
    }

    @Override
    public List<AccountKey> accounts() {
        return List.of(CommitmentAccounts.ofHistory(asked));
    }

    @Override
    public @Nullable LocalDate effectiveOn() {
        return asked.firstDay();
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        Amounts.isPositive(asked.amount(), faults);
        ofRequest.take(asked, faults);
        if (!faults.isEmpty()) {
            return null;
        }
        AccountKey account = CommitmentAccounts.committed(id, asked, BudgetLines.HISTORICAL, asked.knownYear(), null);
        return Posting.ofHistory(
                MovementType.COMMIT,
                asked.effectiveOn(),
                asked.reason(),
                by,
                requireNonNull(asked.source()),
                List.of(
                        Leg.of(
                                CommitmentAccounts.ofHistory(asked),
                                asked.amount().negated()),
                        Leg.of(account, asked.amount()).counted(EntryMeasure.COMMITTED)));
    }

    @Override
    public CommitmentView booked(Movement movement) {
        return ofRequest.add(Commitment.historical(id, asked, movement));
    }

    @Override
    public void finish() {
        ofRequest.write();
    }
}
