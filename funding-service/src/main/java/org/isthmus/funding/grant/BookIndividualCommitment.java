package org.isthmus.funding.grant;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.booking.Decision;
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

/** A grant: drawn from the allocation of its action, in time, and never more than is left. */
final class BookIndividualCommitment implements Decision<CommitmentView> {

    private final UUID id = Ids.next();
    private final NewCommitment asked;
    private final @Nullable DrawableAllocation before;
    private final String by;
    private final CommitmentsOfRequest ofRequest;
    private final int yearsToSign;

    BookIndividualCommitment(
            NewCommitment asked,
            @Nullable DrawableAllocation before,
            String by,
            CommitmentsOfRequest ofRequest,
            int yearsToSign) {
        this.asked = asked;
        this.before = before;
        this.by = by;
        this.ofRequest = ofRequest;
        this.yearsToSign = yearsToSign;
    }

    @Override
    public List<AccountKey> accounts() {
        return before == null ? List.of() : List.of(before.account());
    }

    @Override
    public LocalDate effectiveOn() {
        return asked.day();
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        DrawableAllocation drawable = ofRequest.drawable(asked.actionId());
        faults.require(
                drawable == null || accounts().contains(drawable.account()),
                "/actionId",
                "changed-meanwhile",
                "The allocation was changed at the same moment; ask again.");
        GrantRules.checkIndividual(asked, drawable, books, yearsToSign, ofRequest::ageOfActions, faults);
        GrantRules.checkAction(asked, ofRequest.actionOf(asked.projectId()), faults);
        ofRequest.take(asked, faults);
        if (drawable == null || !faults.isEmpty()) {
            return null;
        }
        AccountKey account =
                CommitmentAccounts.committed(id, asked, drawable.line(), drawable.year(), drawable.actionId());
        return Posting.of(
                        MovementType.COMMIT,
                        asked.day(),
                        asked.reason(),
                        by,
                        List.of(
                                Leg.of(drawable.account(), asked.amount().negated()),
                                Leg.of(account, asked.amount()).counted(EntryMeasure.COMMITTED)))
                .from(asked.source());
    }

    @Override
    public CommitmentView booked(Movement movement) {
        return ofRequest.add(
                Commitment.individual(id, asked, requireNonNull(ofRequest.drawable(asked.actionId())), movement));
    }

    @Override
    public void finish() {
        ofRequest.write();
    }
}
