package org.isthmus.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.values.Money;

/** Commitments as those who pay them need them. */
@ApplicationScoped
public class PayableCommitments {

    private final Commitments commitments;

    PayableCommitments(Commitments commitments) {
        this.commitments = commitments;
    }

    public Optional<PayableCommitment> find(UUID commitment) {
        return commitments.findByIdOptional(commitment).map(PayableCommitment::of);
    }

    /** As the books left it: to be asked for once its account is locked. */
    public PayableCommitment fresh(UUID commitment) {
        return PayableCommitment.of(commitments.fresh(commitment));
    }

    /** A payment was booked on it. */
    public void paid(UUID commitment, Money amount, Movement movement) {
        Commitment paidOn = commitments.get(commitment);
        paidOn.pay(amount, movement.id());
        commitments.all().save(paidOn);
    }
}
