package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.isthmus.projects.organisation.OrganisationRenamed;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.reference.ActionRenamed;
import org.isthmus.projects.reference.CountryMoved;

/** What a change of one project, or of something that projects show, means for other projects and for organisations. */
@ApplicationScoped
class ProjectChanges {

    private final Projects projects;
    private final ProjectQueries queries;
    private final Organisations organisations;
    private final Clock clock;

    ProjectChanges(Projects projects, ProjectQueries queries, Organisations organisations, Clock clock) {
        this.projects = projects;
        this.queries = queries;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The project and all that shows it, locked in one order; an unknown one is refused. */
    Project lockWithNeighbours(UUID id) {
        Set<UUID> all = queries.neighbours(id);
        all.add(id);
        projects.lock(all);
        return projects.all().get(id);
    }

    /** After an edit: where others take part now, who may know of them and of this project's ties has changed. */
    void regroup(Project project, Set<UUID> before) {
        Set<UUID> parties = new HashSet<>(project.content().parties());
        if (!parties.equals(before)) {
            parties.addAll(before);
            organisations.show(parties, queries::withPublished);
            refresh(queries.neighbours(project.id()));
        }
    }

    /** The public sees this project from now on, or no more: in the past, in the register of partners, at its neighbours. */
    void reveal(Project project) {
        queries.showPast(project.id(), project.isPublished());
        organisations.show(project.content().parties(), queries::withPublished);
        refresh(queries.neighbours(project.id()));
    }

    /** New versions of projects of which only what they are shown with has changed. */
    void refresh(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            save(projects.lock(ids));
        }
    }

    void save(List<Project> changed) {
        changed.forEach(project -> project.touch(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        projects.all().saveAll(changed);
    }

    void on(@Observes OrganisationRenamed renamed) {
        refresh(queries.showing("organisations", renamed.organisationId().toString()));
    }

    void on(@Observes CountryMoved moved) {
        refresh(queries.showing("countries", moved.code()));
    }

    void on(@Observes ActionRenamed renamed) {
        refresh(queries.showing("actions", renamed.actionId().toString()));
    }
}
