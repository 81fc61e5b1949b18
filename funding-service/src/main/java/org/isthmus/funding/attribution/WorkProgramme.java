package org.isthmus.funding.attribution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What we read of {@code programming.work-programmes}: the state of an adopted or amended work programme. */
public record WorkProgramme(
        UUID workProgrammeId,
        int version,
        String reference,
        String programme,
        int year,
        @Nullable Decision financingDecision,
        List<Action> actions) {

    /** The financing decision. */
    public record Decision(String reference, LocalDate date) {}

    /** A priority action and where its money comes from. */
    public record Action(
            UUID actionId,
            String reference,
            @Nullable Money amount,
            @Nullable Line budgetLine,
            @Nullable List<Share> countries,
            @Nullable List<Share> strands) {}

    /** A budget line and the year of its appropriations. */
    public record Line(String code, int year) {}
}
