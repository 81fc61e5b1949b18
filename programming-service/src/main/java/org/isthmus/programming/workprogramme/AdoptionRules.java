package org.isthmus.programming.workprogramme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Ceiling;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.workflow.Workflow;

/**
 * What the adoption of a work programme requires: every action complete, the year inside the indicative programme, the
 * total within what is left of its envelope, and each of its priorities respected as far as that can be told.
 */
final class AdoptionRules {

    private final Known indicative;
    private final List<Sibling> siblings;

    /** What another adopted work programme under the same indicative programme takes. */
    record Sibling(int year, List<Action> actions) {}

    AdoptionRules(Known indicative, List<Sibling> siblings) {
        this.indicative = indicative;
        this.siblings = siblings;
    }

    /** All that is missing, in the order of the document. */
    Faults check(int year, List<Action> actions, List<Action> before) {
        Faults faults = new Faults();
        faults.require(
                indicative.status().isPublic(),
                "/indicativeProgramme",
                "indicative-programme-not-adopted",
                "%s is %s.".formatted(indicative.reference(), indicative.status()));
        faults.require(
                indicative.period().covers(year),
                "/year",
                "year-outside-period",
                "%d is not in %s of %s.".formatted(year, indicative.period(), indicative.reference()));
        faults.require(!actions.isEmpty(), "/actions", "required", "A work programme has at least one action.");
        faults.each(
                "/actions",
                actions,
                (at, action) -> faults.addAll(action.missing(
                        at, before.stream().anyMatch(earlier -> earlier.id().equals(action.id())))));
        excess(actions)
                .ifPresent(excess -> faults.add(Fault.at(
                        "/total",
                        "envelope-exceeded",
                        "%s asked, %s left for %s."
                                .formatted(
                                        spaced(Action.total(actions)),
                                        spaced(Action.total(actions).minus(excess)),
                                        indicative.period()))));
        indicative.ceilings().forEach(ceiling -> passed(ceiling, year, actions).ifPresent(faults::add));
        return faults;
    }

    /** The day of a decision, and the day on which it is recorded. */
    record Day(LocalDate on, LocalDate today) {}

    /** Refuses the adoption while anything is missing; a wrong day alone is only a bad request. */
    void refuseUnlessReady(int year, List<Action> actions, List<Action> before, Workflow way, Day day) {
        Faults faults = check(year, actions, before);
        way.noteWhatAdoptionLacks(faults);
        Faults wrongDay = new Faults();
        way.noteWhatIsWrongWith(day.on(), day.today(), wrongDay);
        if (faults.isEmpty()) {
            wrongDay.refuseIfAny(Refusal.Kind.INVALID, "decision-invalid", "The date of the decision can't be");
        }
        String summary = summary(actions, faults);
        faults.addAll(wrongDay.list()).refuseIfAny(Refusal.Kind.CONFLICT, "work-programme-incomplete", summary);
    }

    void refuseUnlessComplete(int year, List<Action> actions, List<Action> before) {
        Faults faults = check(year, actions, before);
        faults.refuseIfAny(Refusal.Kind.CONFLICT, "work-programme-incomplete", summary(actions, faults));
    }

    /** One sentence that sums up what is missing. */
    private String summary(List<Action> actions, Faults faults) {
        List<String> parts = new ArrayList<>();
        long incomplete = faults.list().stream()
                .map(fault -> String.valueOf(fault.pointer()))
                .filter(pointer -> pointer.startsWith("/actions/"))
                .map(pointer -> pointer.split("/", -1)[2])
                .distinct()
                .count();
        if (incomplete > 0) {
            parts.add(
                    incomplete == 1
                            ? "1 action misses what adoption needs"
                            : incomplete + " actions miss what adoption needs");
        }
        excess(actions)
                .ifPresent(excess -> parts.add("the total passes the indicative programme by " + spaced(excess)));
        String all = parts.isEmpty() ? "adoption still needs something" : String.join(", and ", parts);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** By how much the total passes what is left of the envelope; an envelope that nobody knows sets no limit. */
    private Optional<Money> excess(List<Action> actions) {
        Money envelope = indicative.envelope();
        if (envelope == null) {
            return Optional.empty();
        }
        Money taken = siblings.stream().map(s -> Action.total(s.actions())).reduce(Money.zero(Money.EUR), Money::plus);
        Money excess = Action.total(actions).minus(envelope.minus(taken));
        return excess.isPositive() ? Optional.of(excess) : Optional.empty();
    }

    private Optional<Fault> passed(Ceiling ceiling, int year, List<Action> actions) {
        if (ceiling.year() != null && ceiling.year() != year) {
            return Optional.empty();
        }
        BigDecimal own = part(ceiling, actions);
        BigDecimal others = siblings.stream()
                .filter(sibling -> ceiling.year() == null || ceiling.year() == sibling.year())
                .map(sibling -> part(ceiling, sibling.actions()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (own.signum() == 0 || own.add(others).compareTo(ceiling.amount().amount()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Fault.at(
                "/total",
                "priority-exceeded",
                "Priority %s allows %s%s; with this, %s EUR fall to it."
                        .formatted(
                                ceiling.code(),
                                spaced(ceiling.amount()),
                                ceiling.year() == null ? "" : " in " + ceiling.year(),
                                spaced(own.add(others)))));
    }

    private static BigDecimal part(Ceiling ceiling, List<Action> actions) {
        return actions.stream()
                .flatMap(action -> action.part(ceiling.strand(), ceiling.region()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String spaced(Money money) {
        return spaced(money.amount()) + " " + money.currency();
    }

    private static String spaced(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount).replace(',', ' ');
    }
}
