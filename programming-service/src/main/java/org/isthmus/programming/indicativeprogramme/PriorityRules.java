package org.isthmus.programming.indicativeprogramme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isthmus.kit.rules.Fault;
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
        List<Fault> faults = new ArrayList<>(EnvelopeFigure.contradictions("/envelopes", draft.envelopes()));
        for (int i = 0; i < draft.priorities().size(); i++) {
            Priority priority = draft.priorities().get(i);
            String pointer = "/priorities/" + i;
            if (draft.priorities().subList(0, i).stream().anyMatch(p -> p.code().equals(priority.code()))) {
                faults.add(Fault.at(pointer + "/code", "named-twice", "A priority code is named once."));
            }
            if (priority.strand() != null && !strands.contains(priority.strand())) {
                faults.add(Fault.at(
                        pointer + "/strand",
                        "strand-unknown",
                        "The programme has no strand '%s'.".formatted(priority.strand())));
            }
            faults.addAll(years(draft, priority, pointer));
        }
        return faults;
    }

    private static List<Fault> years(IndicativeProgrammeContent draft, Priority priority, String pointer) {
        List<YearAmount> years = priority.perYear();
        List<Fault> faults = new ArrayList<>(IntStream.range(0, years.size())
                .filter(j -> !draft.period().covers(years.get(j).year()))
                .mapToObj(j -> Fault.at(
                        "%s/perYear/%d/year".formatted(pointer, j),
                        "year-outside-period",
                        "%d is not in %s.".formatted(years.get(j).year(), draft.period())))
                .toList());
        List<Fault> amounts = amounts(priority, pointer);
        faults.addAll(amounts);
        Money exact = priority.amount().exact();
        if (exact == null || years.isEmpty() || !amounts.isEmpty()) {
            return faults;
        }
        Optional<Money> sum = sum(years.stream().map(YearAmount::amount).toList());
        if (sum.isPresent() && !sum.get().equals(exact)) {
            faults.add(Fault.at(
                    pointer + "/perYear",
                    "years-not-amount",
                    "The years add up to %s, not to %s.".formatted(sum.get(), exact)));
        }
        return faults;
    }

    private static List<Fault> amounts(Priority priority, String pointer) {
        List<Fault> faults = new ArrayList<>();
        Optional<Money> whole = priority.amount().least();
        for (int j = 0; j < priority.perYear().size(); j++) {
            Money amount = priority.perYear().get(j).amount();
            String at = "%s/perYear/%d/amount".formatted(pointer, j);
            if (amount.signum() < 0) {
                faults.add(Fault.at(at, "not-positive", "An amount is not negative."));
            }
            if (whole.isPresent() && !whole.get().currency().equals(amount.currency())) {
                faults.add(Fault.at(
                        at,
                        "currency-differs",
                        "The priority is in %s.".formatted(whole.get().currency())));
            }
        }
        return faults;
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
