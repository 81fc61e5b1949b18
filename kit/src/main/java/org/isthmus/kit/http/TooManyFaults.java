package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import org.isthmus.kit.rules.Fault;

/** Ends the reading of a body: so much is wrong with it that it is not read on. */
final class TooManyFaults extends MismatchedInputException {

    private final transient List<Fault> faults;

    TooManyFaults(List<Fault> faults) {
        super(null, "too many faults");
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
