package org.isthmus.projects.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.projects.facts.CoFinancier;
import org.isthmus.projects.facts.Participation;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a partner may not change: what a project is and what money is for it. The rest it tells itself.
 *
 * <p>Compared before anything is looked up, so that nobody learns by trying which organisations there are.
 */
final class OfficersOnly {

    private static final Map<String, Function<ProjectDraft, @Nullable Object>> FACTS = new LinkedHashMap<>();

    static {
        FACTS.put("/reference", ProjectDraft::reference);
        FACTS.put("/programmeCode", ProjectDraft::programmeCode);
        FACTS.put("/call", ProjectDraft::call);
        FACTS.put("/contribution", ProjectDraft::contribution);
        FACTS.put("/totalCost", ProjectDraft::totalCost);
        FACTS.put("/strands", ProjectDraft::strands);
        FACTS.put("/countries", ProjectDraft::countries);
        FACTS.put("/scope", ProjectDraft::scope);
        FACTS.put("/subProjects", ProjectDraft::subProjects);
        FACTS.put("/pilotCountries", ProjectDraft::pilotCountries);
        FACTS.put("/sources", ProjectDraft::sources);
        FACTS.put("/historicalStatus", ProjectDraft::historicalStatus);
    }

    private OfficersOnly() {}

    static void check(Project project, ProjectDraft draft) {
        ProjectDraft known = project.content();
        Faults faults = new Faults();
        FACTS.forEach((pointer, fact) -> keep(Objects.equals(fact.apply(draft), fact.apply(known)), pointer, faults));
        keep(Objects.equals(draft.actionId(), project.actionId()), "/actionId", faults);
        keep(allMatch(draft.organisations(), known.organisations(), Participation::isSameAs), "/organisations", faults);
        keep(allMatch(draft.coFinanciers(), known.coFinanciers(), CoFinancier::isSameAs), "/coFinanciers", faults);
        faults.refuseIfAny(
                Refusal.Kind.FORBIDDEN,
                "officers-only",
                "A partner changes what it tells of its project, not what officers keep");
    }

    private static void keep(boolean isKept, String pointer, Faults faults) {
        faults.require(isKept, pointer, "officers-only", "Only a programme officer changes this.");
    }

    private static <T> boolean allMatch(List<T> said, List<T> known, BiPredicate<T, T> isSame) {
        boolean isSameSize = said.size() == known.size();
        for (int i = 0; isSameSize && i < said.size(); i++) {
            if (!isSame.test(said.get(i), known.get(i))) {
                return false;
            }
        }
        return isSameSize;
    }
}
