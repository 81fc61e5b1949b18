package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.jobs.Job;
import org.isthmus.kit.jobs.Jobs;
import org.isthmus.projects.organisation.OrganisationRenamed;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.reference.CodesChanged;

/** What a change of one project, or of something that projects show, means for other projects and for organisations. */
@ApplicationScoped
class ProjectChanges implements Job {

    private static final String JOB = "projects-shown-with";
    private static final int PROJECTS_OF_A_STEP = 50;

    /** The columns that name what a project is shown with. */
    private enum Shown {
        organisations,
        countries,
        actions,
        strands,
        within_regions,
        classifications,
        programme;

        String condition() {
            return this == programme ? "programme = ?" : name() + " @> array[cast(? as text)]";
        }
    }

    private final Projects projects;
    private final ProjectQueries queries;
    private final Organisations organisations;
    private final Jobs jobs;
    private final Clock clock;

    ProjectChanges(Projects projects, ProjectQueries queries, Organisations organisations, Jobs jobs, Clock clock) {
        this.projects = projects;
        this.queries = queries;
        this.organisations = organisations;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The project and all that shows it, locked in one order; an unknown one is refused. */
    Project lockWithNeighbours(UUID id) {
        Set<UUID> all = queries.neighbours(id);
        all.add(id);
        projects.lock(all);
        return projects.all().get(id);
    }

    /** After an edit: where others take part now, who may know of them and of this project's relations has changed. */
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
        follow(Shown.organisations, renamed.organisationId().toString());
    }

    void on(@Observes CodesChanged changed) {
        Shown column = switch (changed.kind()) {
            case PROGRAMME -> Shown.programme;
            case STRAND -> Shown.strands;
            case COUNTRY -> Shown.countries;
            case REGION -> Shown.within_regions;
            case TERM -> Shown.classifications;
            case ACTION -> Shown.actions;
        };
        changed.codes().forEach(code -> follow(column, code));
    }

    /** Thousands of projects may show it, so nobody waits for them. */
    private void follow(Shown column, String value) {
        jobs.start(JOB, List.of(column + " " + value));
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Optional<String> step(String subject, String cursor) {
        String[] shown = subject.split(" ", 2);
        UUID after = cursor.isEmpty() ? new UUID(0, 0) : UUID.fromString(cursor);
        List<UUID> ids = queries.showing(Shown.valueOf(shown[0]).condition(), shown[1], after, PROJECTS_OF_A_STEP);
        refresh(ids);
        return ids.size() < PROJECTS_OF_A_STEP
                ? Optional.empty()
                : Optional.of(ids.getLast().toString());
    }
}
