package org.isthmus.projects.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.isthmus.projects.money.ProjectMoney.CountingLevel;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.relation.RelatedProject;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.RelationView;
import org.isthmus.projects.relation.RelationView.ProjectLink;
import org.isthmus.projects.relation.Relations;
import org.isthmus.projects.values.CountriesByTime;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.StrandShare;
import org.isthmus.projects.values.Years;

/** What is asked about projects beside their lists: with what one is shown, what shows another, who may know of whom. */
@ApplicationScoped
class ProjectQueries {

    private final Codes codes;
    private final Organisations organisations;
    private final Relations relations;
    private final DataSource database;
    private final Audience audience;
    private final ObjectMapper json;
    private final Clock clock;

    ProjectQueries(
            Codes codes,
            Organisations organisations,
            Relations relations,
            DataSource database,
            Audience audience,
            ObjectMapper json,
            Clock clock) {
        this.codes = codes;
        this.organisations = organisations;
        this.relations = relations;
        this.database = database;
        this.audience = audience;
        this.json = json;
        this.clock = clock;
    }

    ProjectContext contextOf(Project project) {
        ProjectContent content = project.content();
        List<RelatedProject> relatedProjects = relations.of(project.id());
        boolean isUmbrella = relatedProjects.stream().anyMatch(related -> related.type() == RelationType.HAS_PART)
                || hasReportedParts(content);
        Map<String, String> regionOf = codes.regions(
                content.countries().stream().map(CountryShare::code).collect(Collectors.toSet()));
        List<String> named = codes.regionCodes(content.regions());
        List<String> regions = Stream.concat(
                        named.stream(), regionOf.values().stream().sorted())
                .distinct()
                .toList();
        List<String> above = codes.regionsAbove(regions);
        Years years = years(project);
        Optional<Codes.Programme> programme = codes.programme(content.programmeCode());
        Optional<Codes.Action> action = codes.action(content.actionId());
        return new ProjectContext(
                programme.orElse(null),
                action.orElse(null),
                regions,
                above,
                organisations.of(content.parties()),
                related(project, relatedProjects),
                relatedProjects.stream()
                        .filter(related -> related.type() == RelationType.PART_OF)
                        .map(RelatedProject::other)
                        .findFirst()
                        .orElse(null),
                ProjectAttribution.of(
                        content.strands(),
                        new CountriesByTime(content.countries(), content.period()),
                        named,
                        regionOf::get,
                        years),
                isUmbrella ? CountingLevel.UMBRELLA : CountingLevel.PROJECT,
                codes.names(
                        content.countries().stream().map(CountryShare::code).toList(),
                        content.strands().stream().map(StrandShare::code).toList(),
                        above,
                        content.classifications().stream()
                                .map(Classification::term)
                                .toList(),
                        action,
                        programme),
                years,
                clock.instant());
    }

    /** In which years it ran, as far as that is known today. */
    private Years years(Project project) {
        Period period = project.content().period();
        Stream<Source> sources = project.status().isOver()
                ? Stream.of() // a source that tells of the end does not tell that it ran then
                : Stream.concat(
                        project.content().sources().stream(),
                        period == null ? Stream.of() : period.figures().stream().map(Period.Figure::source));
        List<Move> moves = project.moves();
        List<PartialDate> told = Stream.concat(moves.stream().map(Move::date), sources.map(Source::asOf))
                .flatMap(Stream::ofNullable)
                .toList();
        boolean isByAct = !moves.isEmpty() && moves.getLast().from() != null;
        return Years.of(period, told, project.status().isRunning() && isByAct ? LocalDate.now(clock) : null);
    }

    /** Also an umbrella of which no part is recorded here holds the money of its parts. */
    private static boolean hasReportedParts(ProjectContent content) {
        return content.subProjects() != null
                && content.subProjects().reported() != null
                && content.subProjects().reported() > 0;
    }

    /** A neighbour is named only where everybody who may read this project may read that one too. */
    private List<RelationView> related(Project project, List<RelatedProject> relatedProjects) {
        if (relatedProjects.isEmpty()) {
            return List.of();
        }
        List<String> own = project.content().organisations().stream()
                .map(party -> Objects.requireNonNull(party.organisationId()).toString())
                .distinct()
                .toList();
        Map<UUID, String> references = new HashMap<>();
        Query.of(
                        "select id, reference from project_view where id = any (?)"
                                + " and (published or (not ? and organisations @> ?))",
                        relatedProjects.stream().map(RelatedProject::other).toList(),
                        project.isPublished(),
                        own)
                .list(database, row -> references.put(row.uuid("id"), row.text("reference")));
        return relatedProjects.stream()
                .flatMap(related -> Optional.ofNullable(references.get(related.other()))
                        .map(reference -> RelationView.of(related, new ProjectLink(related.other(), reference)))
                        .stream())
                .toList();
    }

    /** The relations of a project to others, as far as the caller may see both; empty where it may not see the project. */
    Optional<List<RelationView>> relations(UUID id) {
        Query rows = audience.rows(Projects.VIEWS.owners()).condition();
        List<Optional<RelationView>> found = Query.of("with seen as (select id, reference from project_view where ")
                .add(rows)
                .add("""
                        )
                        select r.id as relation,
                               case when r.from_id = s.id then r.type else
                                   case r.type when 'PART_OF' then 'HAS_PART' when 'FOLLOWS' then 'FOLLOWED_BY'
                                               else r.type end end as type,
                               o.id, o.reference, cast(r.source as text) as source, r.note
                          from seen s left join (relation r join seen o on o.id in (r.from_id, r.to_id))
                            on s.id in (r.from_id, r.to_id) and o.id <> s.id
                         where s.id = ? order by 2, 1
                        """, id)
                .list(database, this::relation);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().flatMap(Optional::stream).toList());
    }

    /** A project without relations has one row all the same. */
    private Optional<RelationView> relation(Row row) {
        UUID relation = row.findUuid("relation");
        if (relation == null) {
            return Optional.empty();
        }
        String source = row.findText("source");
        return Optional.of(new RelationView(
                relation,
                RelationType.valueOf(row.text("type")),
                new ProjectLink(row.uuid("id"), row.text("reference")),
                source == null ? null : json.convertValue(Json.read(json, source), Source.class),
                row.findText("note")));
    }

    Set<UUID> neighbours(UUID project) {
        return relations.of(project).stream().map(RelatedProject::other).collect(Collectors.toCollection(HashSet::new));
    }

    /** The next projects that show a thing of another room, by a condition on what names it, in the order of their ids. */
    List<UUID> showing(String condition, String value, UUID after, int most) {
        return Query.of(
                        "select id from project_view where %s and id > ? order by id limit ?".formatted(condition),
                        value,
                        after,
                        most)
                .list(database, row -> row.uuid("id"));
    }

    /** Those of the organisations that take part in a published project. */
    Set<UUID> withPublished(Collection<UUID> asked) {
        return Set.copyOf(Query.of("""
                        select o as id from unnest(cast(? as uuid[])) o
                         where exists (select from project_view p
                                        where p.published and p.organisations @> array[cast(o as text)])
                        """, asked).list(database, row -> row.uuid("id")));
    }

    /** What was public of the past of a project is so as long as the project is. */
    void showPast(UUID project, boolean isPublished) {
        Query.of(
                        "update project_history set visible = not visible where id = ? and visible <> (published and ?)",
                        project,
                        isPublished)
                .execute(database);
    }
}
