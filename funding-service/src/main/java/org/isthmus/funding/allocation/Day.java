package org.isthmus.funding.allocation;

import java.time.LocalDate;

/** From when an allocation counts: on that day, or on the first later one that the books can bear. */
record Day(LocalDate on, boolean orLater) {

    static Day exactly(LocalDate on) {
        return new Day(on, false);
    }

    static Day from(LocalDate on) {
        return new Day(on, true);
    }
}
