package org.isthmus.funding.ledger;

import java.time.LocalDate;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** A request that is wrong before the books are looked at: it touches no account and always says why. */
public record Impossible(Fault fault) implements Decision {

    public Impossible(String pointer, String code, String detail) {
        this(Fault.at(pointer, code, detail));
    }

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
        faults.add(fault);
        return null;
    }

    @Override
    public Object booked(Movement movement) {
        throw new IllegalStateException("Nothing was booked");
    }
}
