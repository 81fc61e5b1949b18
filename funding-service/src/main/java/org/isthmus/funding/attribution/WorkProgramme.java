package org.isthmus.funding.attribution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code programming.work-programmes}: the state of an adopted or amended work programme.
 *
 * @param edition which adopted text it is; what is told again has the edition that it had
 */
public record WorkProgramme(
        UUID workProgrammeId,
        int version,
        @Nullable Integer edition,
        String reference,
        String programme,
        int year,
        @Nullable Decision financingDecision,
        @Nullable LocalDate amendedOn,
        List<Action> actions) {

    @Nullable
    String decisionOf(Action action) {
        return action.decision() == null && financingDecision != null
                ? financingDecision.reference()
                : action.decision();
    }

    @Nullable
    LocalDate dayOfDecision(Action action) {
        return action.decidedOn() == null && financingDecision != null ? financingDecision.date() : action.decidedOn();
    }

    /** True when the event names the day of the decision that an action is under now. */
    public boolean decidesAnew(UUID action) {
        return actions.stream().anyMatch(one -> one.actionId().equals(action) && one.decidedOn() != null);
    }

    /** The financing decision. */
    public record Decision(String reference, LocalDate date) {}

    /** A priority action, where its money comes from, and the decision that it is under when that is one of its own. */
    public record Action(
            UUID actionId,
            String reference,
            @Nullable Money amount,
            @Nullable Line budgetLine,
            @Nullable String decision,
            @Nullable LocalDate decidedOn,
            @Nullable Attribution attribution) {

        @Nullable
        BigDecimal euros() {
            if (amount != null && !amount.currency().equals(Money.EUR)) {
                throw new IllegalArgumentException(
                        "%s is financed by %s, and the books are kept in EUR".formatted(reference, amount));
            }
            return amount == null ? null : amount.amount();
        }
    }

    /** A budget line and the year of its appropriations. */
    public record Line(String code, int year) {}
}
