package org.isthmus.programming.coverage;

import java.util.List;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What the books and the projects say of an action: all of it, and what comes from published projects alone. */
record CoverageFigures(Sums all, Sums published) {

    static final CoverageFigures NONE = new CoverageFigures(Sums.NONE, Sums.NONE);

    /**
     * What one kind of reader sees, summed up.
     *
     * @param paid and what follows from it: absent where all commitments are of the past, whose payments no source tells
     * @param paymentsUnknown what these are, less what was given back; absent where there are none
     */
    record Sums(
            Money committed,
            Money decommitted,
            @Nullable Money paid,
            @Nullable Money recovered,
            @Nullable Money outstanding,
            @Nullable Money paymentsUnknown,
            int commitments,
            Projects projects) {

        static final Sums NONE = new Sums(
                Money.zero(Money.EUR),
                Money.zero(Money.EUR),
                Money.zero(Money.EUR),
                Money.zero(Money.EUR),
                Money.zero(Money.EUR),
                null,
                0,
                Projects.NONE);

        /** What is committed and was not released again. */
        Money standing() {
            return committed.minus(decommitted);
        }
    }

    /** Projects that serve the action, and the countries and strands of them that the action does not name. */
    record Projects(int count, List<String> otherCountries, List<String> otherStrands) {
        static final Projects NONE = new Projects(0, List.of(), List.of());
    }
}
