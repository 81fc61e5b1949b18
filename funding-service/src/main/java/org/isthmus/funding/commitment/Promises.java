package org.isthmus.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.money.Money;

/** Commitments for those who pay them. */
@ApplicationScoped
public class Promises {

    private final Commitments commitments;

    Promises(Commitments commitments) {
        this.commitments = commitments;
    }

    public Optional<Promise> find(UUID commitment) {
        return commitments.findByIdOptional(commitment).map(Promise::of);
    }

    /** As the books left it: to be asked for once its account is locked. */
    public Promise fresh(UUID commitment) {
        return Promise.of(commitments.fresh(commitment));
    }

    /** A payment was booked on it. */
    public void paid(UUID commitment, Money amount, Movement movement) {
        Commitment promised = commitments.get(commitment);
        promised.pay(amount, movement.id());
        commitments.keepChanged(promised);
    }
}
