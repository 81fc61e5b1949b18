package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.report.Attributions;
import org.isthmus.projects.organisation.Visibility;
import org.isthmus.projects.relation.Relations;
import org.isthmus.projects.relation.Tie;

/** Keeps the representation of every version of every project, and tells the world of each. */
@ApplicationScoped
class ProjectPages {

    private final Projects projects;
    private final Survey survey;
    private final Relations relations;
    private final Visibility organisations;
    private final Documents documents;
    private final Outbox outbox;
    private final Attributions attributions;
    private final EntityManager database;
    private final Clock clock;

    ProjectPages(
            Projects projects,
            Survey survey,
            Relations relations,
            Visibility organisations,
            Documents documents,
            Outbox outbox,
            Attributions attributions,
            EntityManager database,
            Clock clock) {
        this.projects = projects;
        this.survey = survey;
        this.relations = relations;
        this.organisations = organisations;
        this.documents = documents;
        this.outbox = outbox;
        this.attributions = attributions;
        this.database = database;
        this.clock = clock;
    }

    /** The first version of a new project. */
    ProjectView enter(Project project) {
        projects.persistAndFlush(project);
        return show(project, changed -> changed);
    }

    /** Makes what was done to the project its next version. */
    ProjectView keep(Project project) {
        return keep(project, changed -> changed);
    }

    ProjectView keep(Project project, Function<ProjectEvent.Changed, Event> told) {
        project.touch(clock.instant().truncatedTo(ChronoUnit.MICROS));
        projects.flush();
        return show(project, told);
    }

    ProjectView present(Project project) {
        return new Portrait(project, survey.of(project)).view();
    }

    private ProjectView show(Project project, Function<ProjectEvent.Changed, Event> told) {
        Surroundings around = survey.of(project);
        ProjectView view = new Portrait(project, around).view();
        ProjectView stored = new Portrait(project, around.withoutMoney()).view();
        documents.put(ProjectColumns.TABLE, project.id(), project.version(), stored, ProjectColumns.of(view, around));
        outbox.add(told.apply(Telling.changed(view, around)));
        attributions.learn(new Attributions.Told(
                project.id(),
                project.reference(),
                project.isPublished(),
                view.programme() == null ? null : view.programme().code(),
                around.umbrella(),
                view.contribution() == null ? null : view.contribution().amount(),
                around.attribution()));
        return view;
    }

    /** Signed: the books are told after all others, on the same version. */
    ProjectView keepSigned(Project project, GrantRequest signed) {
        ProjectView view = keep(project);
        outbox.add(new ProjectEvent.GrantSigned(
                project.id(),
                project.version(),
                project.reference(),
                new ProjectEvent.GrantSigned.SignedGrant(
                        signed.reference(), signed.amount(), signed.signedOn(), signed.actionId())));
        return view;
    }

    /** The project and all that shows it, locked in one order. */
    Project lockWithNeighbours(UUID id) {
        Set<UUID> all = neighbours(id);
        all.add(id);
        return projects.lock(all).stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Projects.unknown(id));
    }

    /** Others take part now: who may know of them and of this project's ties has changed. */
    void regroup(Project project, Collection<UUID> parties) {
        organisations.refresh(parties);
        refresh(neighbours(project.id()));
    }

    /** The public sees this project from now on, or no more: in the past, in the register of partners, at its neighbours. */
    void unveil(Project project) {
        database.createNativeQuery("""
                        update project_document set visible = (published and :published)
                        where id = :id and visible <> (published and :published)
                        """)
                .setParameter("id", project.id())
                .setParameter("published", project.isPublished())
                .executeUpdate();
        organisations.refresh(Survey.parties(project.content()));
        refresh(neighbours(project.id()));
    }

    Set<UUID> neighbours(UUID project) {
        Set<UUID> neighbours = new HashSet<>();
        relations.of(project).stream().map(Tie::other).forEach(neighbours::add);
        return neighbours;
    }

    /** New versions of projects of which only the surroundings have changed. */
    void refresh(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            projects.lock(ids).forEach(this::keep);
        }
    }
}
