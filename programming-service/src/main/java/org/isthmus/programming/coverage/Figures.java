package org.isthmus.programming.coverage;

import java.util.List;
import org.isthmus.kit.money.Money;

/** What the books and the projects say of an action, summed up. */
record Figures(
        Money committed,
        Money decommitted,
        Money paid,
        Money recovered,
        Money outstanding,
        int commitments,
        Projects all,
        Projects published) {

    /** Projects that serve the action, and the countries and strands of them that the action does not name. */
    record Projects(int count, List<String> otherCountries, List<String> otherStrands) {
        static final Projects NONE = new Projects(0, List.of(), List.of());
    }

    static final Figures NONE = new Figures(
            Money.zero(Money.EUR),
            Money.zero(Money.EUR),
            Money.zero(Money.EUR),
            Money.zero(Money.EUR),
            Money.zero(Money.EUR),
            0,
            Projects.NONE,
            Projects.NONE);

    /** What is committed and was not released again. */
    Money standing() {
        return committed.minus(decommitted);
    }
}
