package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.projects.values.CoFinancier;
import org.isthmus.projects.values.OrganisationRole;
import org.isthmus.projects.values.Participation;
import org.jspecify.annotations.Nullable;

/**
 * Who may change what: an officer all of a project; a partner what it tells itself of one that its organisation leads.
 *
 * <p>What a project is and what money is for it stays with officers. That is compared before anything is looked up, so
 * that nobody learns by trying which organisations there are.
 */
@ApplicationScoped
class PartnerRights {

    private static final Map<String, Function<ProjectContent, @Nullable Object>> OFFICERS_ONLY = new LinkedHashMap<>();

    static {
        OFFICERS_ONLY.put("/reference", ProjectContent::reference);
        OFFICERS_ONLY.put("/programmeCode", ProjectContent::programmeCode);
        OFFICERS_ONLY.put("/otherProgrammes", ProjectContent::otherProgrammes);
        OFFICERS_ONLY.put("/actionId", ProjectContent::actionId);
        OFFICERS_ONLY.put("/call", ProjectContent::call);
        OFFICERS_ONLY.put("/contribution", ProjectContent::contribution);
        OFFICERS_ONLY.put("/totalCost", ProjectContent::totalCost);
        OFFICERS_ONLY.put("/strands", ProjectContent::strands);
        OFFICERS_ONLY.put("/countries", ProjectContent::countries);
        OFFICERS_ONLY.put("/classifications", ProjectContent::classifications);
        OFFICERS_ONLY.put("/scope", ProjectContent::scope);
        OFFICERS_ONLY.put("/subProjects", ProjectContent::subProjects);
        OFFICERS_ONLY.put("/pilotCountries", ProjectContent::pilotCountries);
        OFFICERS_ONLY.put("/sources", ProjectContent::sources);
        OFFICERS_ONLY.put("/historicalStatus", ProjectContent::historicalStatus);
    }

    private final Caller caller;

    PartnerRights(Caller caller) {
        this.caller = caller;
    }

    /** A project that the caller may not read looks missing. */
    void refuseStrangers(Project project) {
        if (isOfficer() || takesPart(project, Set.of(OrganisationRole.LEAD))) {
            return;
        }
        if (project.isPublished() || takesPart(project, Set.of(OrganisationRole.values()))) {
            throw Refusal.forbidden("not-the-lead", "A partner changes the projects that its organisation leads");
        }
        throw unknown(project.id());
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound("project-unknown", "There is no project %s".formatted(id));
    }

    void check(Project project, ProjectContent revised) {
        if (isOfficer()) {
            return;
        }
        if (project.status().isOver()) {
            throw Refusal.conflict("project-ended", "Only officers change a project in %s".formatted(project.status()));
        }
        ProjectContent known = project.content();
        Faults faults = new Faults();
        OFFICERS_ONLY.forEach(
                (pointer, member) -> keep(Objects.equals(member.apply(revised), member.apply(known)), pointer, faults));
        keep(
                allMatch(revised.organisations(), known.organisations(), Participation::isSameAs),
                "/organisations",
                faults);
        keep(allMatch(revised.coFinanciers(), known.coFinanciers(), CoFinancier::isSameAs), "/coFinanciers", faults);
        faults.refuseIfAny(
                Refusal.Kind.FORBIDDEN,
                "officers-only",
                "A partner changes what it tells of its project, not what officers keep");
    }

    /** Whether an officer reads first what the caller changes: everybody would see it at once. */
    boolean isReviewed(Project project) {
        return project.isPublished() && !isOfficer();
    }

    private boolean isOfficer() {
        return caller.has("programme-officer");
    }

    private boolean takesPart(Project project, Set<OrganisationRole> roles) {
        String own = caller.organisation().orElse("");
        return project.content().organisations().stream()
                .filter(party -> roles.contains(party.role()))
                .anyMatch(party -> own.equals(String.valueOf(party.organisationId()))
                        || own.equals(party.organisationReference()));
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
