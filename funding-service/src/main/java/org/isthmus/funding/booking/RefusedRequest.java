package org.isthmus.funding.booking;

import java.time.LocalDate;
import java.util.List;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** A request that is wrong before the books are looked at: it touches no account and always says why. */
public record RefusedRequest<V>(List<Fault> reasons) implements Decision<V> {

    @Override
    public List<AccountKey> accounts() {
        return List.of();
    }

    @Override
    public @Nullable LocalDate effectiveOn() {
        return null;
    }

    @Override
    public @Nullable Posting decide(Books books, Faults faults) {
        faults.addAll(reasons);
        return null;
    }

    @Override
    public V booked(Movement movement) {
        throw new IllegalStateException("Nothing was booked");
    }
}
