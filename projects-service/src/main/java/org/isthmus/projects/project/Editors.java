package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.security.Caller;
import org.isthmus.projects.facts.OrganisationRole;
import org.isthmus.projects.facts.Participation;

/** Who may change what: an officer all of a project; a partner what it tells itself of one that it leads. */
@ApplicationScoped
class Editors {

    private static final Set<ProjectStatus> OPEN = Set.of(
            ProjectStatus.PIPELINE, ProjectStatus.IMPLEMENTATION, ProjectStatus.FINALISATION, ProjectStatus.SUSPENDED);

    private final Caller caller;

    Editors(Caller caller) {
        this.caller = caller;
    }

    /** A project that the caller may not read looks missing. */
    void letIn(Project project) {
        if (isOfficer() || takesPart(project, Set.of(OrganisationRole.LEAD))) {
            return;
        }
        if (project.isPublished() || takesPart(project, Set.of(OrganisationRole.values()))) {
            throw Refusal.forbidden("not-the-lead", "A partner changes the projects that its organisation leads");
        }
        throw Projects.unknown(project.id());
    }

    void check(Project project, ProjectDraft draft) {
        if (isOfficer()) {
            return;
        }
        if (!OPEN.contains(project.status())) {
            throw Refusal.conflict("project-ended", "Only officers change a project in %s".formatted(project.status()));
        }
        OfficersOnly.check(project, draft);
    }

    private boolean isOfficer() {
        return caller.has("programme-officer");
    }

    private boolean takesPart(Project project, Set<OrganisationRole> roles) {
        String own = caller.organisation().orElse("");
        return project.content().organisations().stream()
                .filter(party -> roles.contains(party.role()))
                .anyMatch(party -> isOf(party, own));
    }

    private static boolean isOf(Participation party, String organisation) {
        return organisation.equals(String.valueOf(party.organisationId()))
                || organisation.equals(party.organisationReference());
    }
}
