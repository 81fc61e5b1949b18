package org.isthmus.projects.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.jobs.Job;
import org.isthmus.kit.jobs.Jobs;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.store.Withdrawal;
import org.isthmus.kit.values.YearsNotKept;
import org.isthmus.projects.historical.HistoricalProject;
import org.isthmus.projects.historical.ProjectsOfThePast;
import org.isthmus.projects.organisation.OrganisationRenamed;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.pendingversion.PendingVersion;
import org.isthmus.projects.pendingversion.ProposedChanges;
import org.isthmus.projects.pendingversion.ReviewedProject;
import org.isthmus.projects.reference.CodesChanged;

/** What a change of one project, or of something that projects show, means for other projects and for organisations. */
@ApplicationScoped
class ProjectChanges implements Job, ReviewedProject, ProjectsOfThePast {

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
    private final ProjectReferences references;
    private final Outbox outbox;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final YearsNotKept years;
    private final Clock clock;

    ProjectChanges(
            Projects projects,
            ProjectQueries queries,
            Organisations organisations,
            ProjectReferences references,
            Outbox outbox,
            Jobs jobs,
            ObjectMapper json,
            YearsNotKept years,
            Clock clock) {
        this.projects = projects;
        this.queries = queries;
        this.organisations = organisations;
        this.references = references;
        this.outbox = outbox;
        this.jobs = jobs;
        this.json = json;
        this.years = years;
        this.clock = clock;
    }

    /** The project and all that shows it, locked in one order; an unknown one is refused. */
    Project lockWithNeighbours(UUID id) {
        Set<UUID> all = queries.neighbours(id);
        all.add(id);
        projects.lock(all);
        return projects.all().get(id);
    }

    @Override
    public void hold(UUID project) {
        lockWithNeighbours(project);
    }

    @Override
    public int publish(UUID id, ProposedChanges proposed) {
        Project project = projects.all().get(id);
        Set<UUID> before = project.content().parties();
        ObjectNode made = proposed.madeIn(json.valueToTree(project.content()));
        project.revise(references.resolve(json.convertValue(made, ProjectContent.class)), Set.of());
        projects.all().save(project);
        regroup(project, before);
        return project.version();
    }

    /** What a partner wants to change of a public project, for an officer to read. */
    PendingVersion.Proposal proposal(Project project, ProjectContent revised) {
        return new PendingVersion.Proposal(
                project.id(),
                project.reference(),
                project.content().leads(),
                project.version(),
                ProposedChanges.between(json.valueToTree(project.content()), json.valueToTree(revised)));
    }

    /** What of a public project is read no more; of one that is not public nobody outside has read. */
    void tellWithdrawn(UUID id, List<Integer> versions, Withdrawal.Ground ground) {
        Project project = projects.all().get(id);
        if (project.isPublished()) {
            outbox.add(ProjectEvent.withdrawn(
                    project,
                    new ProjectEvent.Withdrawn(versions.stream().sorted().toList(), ground)));
            outbox.add(ProjectEvent.of(ProjectEvent.Transition.CHANGED, project));
        }
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

    @Override
    public Set<UUID> known(Set<UUID> ids) {
        return projects.find("id in ?1", ids).stream().map(Project::id).collect(Collectors.toSet());
    }

    @Override
    public void check(List<HistoricalProject> asked, Faults faults) {
        Map<UUID, Project> known = byId(asked);
        Set<UUID> named = new HashSet<>();
        for (int row = 0; row < asked.size(); row++) {
            UUID id = asked.get(row).projectId();
            Project project = known.get(id);
            String at = "/projects/" + row;
            faults.require(named.add(id), at + "/projectId", "named-twice", "A project is named once.");
            if (project == null) {
                faults.add(at + "/projectId", "project-unknown", "There is no project %s.".formatted(id));
            } else {
                ProjectRules.checkPast(project, asked.get(row).status(), years, at, faults);
            }
        }
    }

    @Override
    public void enter(List<HistoricalProject> asked) {
        Map<UUID, Project> known = byId(asked);
        asked.forEach(one -> Objects.requireNonNull(known.get(one.projectId()))
                .enterPast(new ProjectContent.HistoricalStatus(one.status(), one.reason())));
        save(List.copyOf(known.values()));
    }

    private Map<UUID, Project> byId(List<HistoricalProject> asked) {
        Set<UUID> ids = asked.stream().map(HistoricalProject::projectId).collect(Collectors.toSet());
        return projects.lock(ids).stream().collect(Collectors.toMap(Project::id, Function.identity()));
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
