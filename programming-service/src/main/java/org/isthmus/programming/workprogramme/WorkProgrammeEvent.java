package org.isthmus.programming.workprogramme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.text.Text;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.BudgetLine;
import org.isthmus.programming.action.Mode;
import org.isthmus.programming.figures.Share;
import org.jspecify.annotations.Nullable;

/** What the world learns about work programmes. Contract: {@code contracts/events/programming.work-programmes/}. */
public sealed interface WorkProgrammeEvent extends Event {

    UUID workProgrammeId();

    @Override
    default String topic() {
        return "programming.work-programmes";
    }

    @Override
    default UUID key() {
        return workProgrammeId();
    }

    /** What happened to a work programme. */
    enum Happened {
        ADOPTED,
        AMENDED,
        CLOSED
    }

    static WorkProgrammeEvent of(Happened happened, WorkProgramme programme) {
        return switch (happened) {
            case ADOPTED -> Adopted.of(programme);
            case AMENDED -> Amended.of(programme);
            case CLOSED -> Closed.of(programme);
        };
    }

    /** The decision that finances a work programme. */
    record FinancingDecision(
            @Nullable String reference, @Nullable LocalDate date) {}

    /** An action as the ledger needs it, with the decision that its present amount rests on. */
    record AdoptedAction(
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
            @Nullable LocalDate decidedOn) {

        static List<AdoptedAction> allOf(WorkProgramme programme) {
            return programme.actions().stream()
                    .map(action -> of(action, programme.decisionOn(action.id())))
                    .toList();
        }

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
                    decision.date());
        }
    }

    /** A work programme was adopted: its actions may be financed. */
    record Adopted(
            UUID workProgrammeId,
            int version,
            String reference,
            String programme,
            String indicativeProgramme,
            int year,
            @Nullable Integer part,
            FinancingDecision financingDecision,
            List<AdoptedAction> actions)
            implements WorkProgrammeEvent {

        static Adopted of(WorkProgramme programme) {
            return new Adopted(
                    programme.id(),
                    programme.version(),
                    programme.heading().reference(),
                    programme.heading().programmeCode(),
                    programme.heading().indicativeProgrammeReference(),
                    programme.heading().year(),
                    programme.heading().part(),
                    programme.decision(),
                    AdoptedAction.allOf(programme));
        }

        @Override
        public String type() {
            return "eu.isthmus.programming.work-programme.adopted.v1";
        }
    }

    /** An amendment took effect: all actions as they stand now, and the day of the act, by which what follows is dated. */
    record Amended(
            UUID workProgrammeId,
            int version,
            String reference,
            String programme,
            String indicativeProgramme,
            int year,
            @Nullable Integer part,
            FinancingDecision financingDecision,
            LocalDate amendedOn,
            String reason,
            List<AdoptedAction> actions)
            implements WorkProgrammeEvent {

        static Amended of(WorkProgramme programme) {
            return new Amended(
                    programme.id(),
                    programme.version(),
                    programme.heading().reference(),
                    programme.heading().programmeCode(),
                    programme.heading().indicativeProgrammeReference(),
                    programme.heading().year(),
                    programme.heading().part(),
                    programme.decision(),
                    programme.amendments().getLast().date(),
                    programme.amendments().getLast().reason(),
                    AdoptedAction.allOf(programme));
        }

        @Override
        public String type() {
            return "eu.isthmus.programming.work-programme.amended.v1";
        }
    }

    /** A work programme is over: nothing of it changes any more. */
    record Closed(
            UUID workProgrammeId,
            int version,
            String reference,
            String programme,
            String indicativeProgramme,
            int year,
            @Nullable Integer part)
            implements WorkProgrammeEvent {

        static Closed of(WorkProgramme programme) {
            return new Closed(
                    programme.id(),
                    programme.version(),
                    programme.heading().reference(),
                    programme.heading().programmeCode(),
                    programme.heading().indicativeProgrammeReference(),
                    programme.heading().year(),
                    programme.heading().part());
        }

        @Override
        public String type() {
            return "eu.isthmus.programming.work-programme.closed.v1";
        }
    }
}
