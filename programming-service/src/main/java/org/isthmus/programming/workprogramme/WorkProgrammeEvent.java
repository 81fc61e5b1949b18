package org.isthmus.programming.workprogramme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.BudgetLine;
import org.isthmus.programming.action.Mode;
import org.isthmus.programming.amendment.Amendment;
import org.isthmus.programming.amendment.FinancingDecision;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/**
 * What the world learns about work programmes. Contract: {@code contracts/events/programming.work-programmes/}.
 *
 * @param edition which adopted text it is: 1 when it is adopted, one more with each amendment; what is told again has the
 *     edition that it had
 * @param amendedOn the day of the amendment, by which what follows is dated
 * @param actions all of them as they stand now; absent when the work programme is closed
 */
public record WorkProgrammeEvent(
        @JsonIgnore Transition transition,
        UUID workProgrammeId,
        int version,
        int edition,
        String reference,
        String programme,
        String indicativeProgramme,
        int year,
        @Nullable Integer part,
        @Nullable FinancingDecision financingDecision,
        @Nullable LocalDate amendedOn,
        @Nullable String reason,
        @Nullable List<AdoptedAction> actions)
        implements Event {

    /** What happened: its actions may be financed, they stand otherwise now, or nothing of it changes any more. */
    public enum Transition {
        ADOPTED,
        AMENDED,
        CLOSED
    }

    /** An action as the ledger needs it, with the decision that its present amount rests on. */
    public record AdoptedAction(
            UUID actionId,
            String reference,
            Text title,
            Money amount,
            @Nullable BudgetLine budgetLine,
            @Nullable Mode mode,
            List<Share> countries,
            List<Share> strands,
            List<String> regions,
            @Nullable String decision,
            @Nullable LocalDate decidedOn,
            @Nullable Attribution attribution) {

        private static AdoptedAction of(Action action, FinancingDecision decision) {
            return new AdoptedAction(
                    action.id(),
                    action.reference(),
                    action.title(),
                    action.amount(),
                    action.budgetLine(),
                    action.mode(),
                    action.countries(),
                    action.strands(),
                    action.regions(),
                    decision.reference(),
                    decision.date(),
                    action.attribution());
        }
    }

    static WorkProgrammeEvent of(Transition transition, WorkProgramme programme) {
        boolean isOver = transition == Transition.CLOSED;
        Amendment.@Nullable InForce amendment = transition == Transition.AMENDED
                ? programme.amendments().inForce().getLast()
                : null;
        return new WorkProgrammeEvent(
                transition,
                programme.id(),
                programme.version(),
                programme.edition(),
                programme.heading().reference(),
                programme.heading().programmeCode(),
                programme.heading().indicativeProgrammeReference(),
                programme.heading().year(),
                programme.heading().part(),
                isOver ? null : programme.decision(),
                amendment == null ? null : amendment.date(),
                amendment == null ? null : amendment.reason(),
                isOver
                        ? null
                        : programme.actions().stream()
                                .map(action -> AdoptedAction.of(action, programme.decisionOn(action.id())))
                                .toList());
    }

    @Override
    public Envelope envelope() {
        return new Envelope("programming.work-programmes", type(), workProgrammeId);
    }

    String type() {
        return switch (transition) {
            case ADOPTED -> "eu.isthmus.programming.work-programme.adopted.v1";
            case AMENDED -> "eu.isthmus.programming.work-programme.amended.v1";
            case CLOSED -> "eu.isthmus.programming.work-programme.closed.v1";
        };
    }
}
