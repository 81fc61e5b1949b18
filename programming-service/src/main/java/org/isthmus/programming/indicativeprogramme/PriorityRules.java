package org.isthmus.programming.indicativeprogramme;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeContent.Priority;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeContent.YearAmount;
import org.isthmus.programming.values.EnvelopeFigure;

/**
 * What the priorities of an indicative programme must be like.
 *
 * <p>By strand, by region, and by strand and region are independent breakdowns of one envelope: each stays within it.
 */
final class PriorityRules {

    private PriorityRules() {}

    /** What can't be entered at all. */
    static List<Fault> unclear(IndicativeProgrammeContent draft, Set<String> strands) {
        Faults faults = new Faults().addAll(EnvelopeFigure.contradictions("/envelopes", draft.envelopes()));
        faults.once("/priorities", draft.priorities(), "code", Priority::code, "A priority code is named once.");
        faults.each(
                "/priorities",
                draft.priorities(),
                (at, priority) -> faults.require(
                                priority.strand() == null || strands.contains(priority.strand()),
                                at + "/strand",
                                "strand-unknown",
                                "The programme has no strand '%s'.".formatted(priority.strand()))
                        .addAll(years(draft, priority, at)));
        return faults.list();
    }

    private static List<Fault> years(IndicativeProgrammeContent draft, Priority priority, String pointer) {
        List<YearAmount> years = priority.perYear();
        Faults faults = new Faults();
        faults.each(
                pointer + "/perYear",
                years,
                (at, year) -> faults.require(
                        draft.period().covers(year.year()),
                        at + "/year",
                        "year-outside-period",
                        "%d is not in %s.".formatted(year.year(), draft.period())));
        List<Fault> amounts = amounts(priority, pointer);
        faults.addAll(amounts);
        Money exact = priority.amount().exact();
        if (exact != null && amounts.isEmpty()) {
            sum(years.stream().map(YearAmount::amount).toList())
                    .ifPresent(sum -> faults.require(
                            sum.equals(exact),
                            pointer + "/perYear",
                            "years-not-amount",
                            "The years add up to %s, not to %s.".formatted(sum, exact)));
        }
        return faults.list();
    }

    private static List<Fault> amounts(Priority priority, String pointer) {
        Faults faults = new Faults();
        Optional<Currency> currency = priority.amount().least().map(Money::currency);
        faults.each(
                pointer + "/perYear",
                priority.perYear(),
                (at, year) -> faults.require(
                                year.amount().signum() >= 0,
                                at + "/amount",
                                "not-positive",
                                "An amount is not negative.")
                        .require(
                                currency.map(year.amount().currency()::equals).orElse(true),
                                at + "/amount",
                                "currency-differs",
                                "The priority is in %s."
                                        .formatted(currency.map(String::valueOf).orElse(""))));
        return faults.list();
    }

    /** Breakdowns whose least amounts pass the envelope of the period. */
    static List<Fault> beyondEnvelope(IndicativeProgrammeContent draft) {
        Optional<Money> limit = EnvelopeFigure.limit(draft.envelopes(), draft.period());
        if (limit.isEmpty()) {
            return List.of();
        }
        Map<String, List<Priority>> breakdowns =
                draft.priorities().stream().collect(Collectors.groupingBy(PriorityRules::breakdown));
        return breakdowns.entrySet().stream()
                .flatMap(entry -> beyond(entry.getKey(), entry.getValue(), limit.get()).stream())
                .toList();
    }

    private static Optional<Fault> beyond(String breakdown, List<Priority> priorities, Money limit) {
        List<Money> least = priorities.stream()
                .flatMap(priority -> priority.amount().least().stream())
                .filter(amount -> amount.currency().equals(limit.currency()))
                .toList();
        return sum(least)
                .filter(sum -> sum.isMoreThan(limit))
                .map(sum -> Fault.at(
                        "/priorities",
                        "envelope-exceeded",
                        "The priorities %s add up to %s, the envelope is %s.".formatted(breakdown, sum, limit)));
    }

    private static String breakdown(Priority priority) {
        if (priority.strand() == null) {
            return priority.region() == null ? "across the programme" : "by region";
        }
        return priority.region() == null ? "by strand" : "by strand and region";
    }

    private static Optional<Money> sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus);
    }
}
