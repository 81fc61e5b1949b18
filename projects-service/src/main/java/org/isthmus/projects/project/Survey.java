package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.isthmus.projects.facts.CoFinancier;
import org.isthmus.projects.facts.CountryShare;
import org.isthmus.projects.facts.Participation;
import org.isthmus.projects.money.Commitments;
import org.isthmus.projects.money.ProjectMoney.CountingLevel;
import org.isthmus.projects.organisation.OrganisationRegister;
import org.isthmus.projects.project.Surroundings.Related;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.Relations;
import org.isthmus.projects.relation.Tie;

/** Looks around a project for all that its representation shows. */
@ApplicationScoped
class Survey {

    private final Codes codes;
    private final OrganisationRegister organisations;
    private final Relations relations;
    private final Commitments commitments;
    private final Session database;

    Survey(
            Codes codes,
            OrganisationRegister organisations,
            Relations relations,
            Commitments commitments,
            Session database) {
        this.codes = codes;
        this.organisations = organisations;
        this.relations = relations;
        this.commitments = commitments;
        this.database = database;
    }

    Surroundings of(Project project) {
        ProjectDraft content = project.content();
        List<Tie> ties = relations.of(project.id());
        Set<UUID> parties = parties(content);
        boolean isUmbrella =
                ties.stream().anyMatch(tie -> tie.type() == RelationType.HAS_PART) || hasReportedParts(content);
        Map<String, String> regionOf = codes.regions(
                content.countries().stream().map(CountryShare::code).collect(Collectors.toSet()));
        return new Surroundings(
                content.programmeCode() == null
                        ? null
                        : codes.programme(content.programmeCode()).orElse(null),
                project.actionId() == null
                        ? null
                        : codes.action(project.actionId()).orElse(null),
                regionOf.values().stream().distinct().sorted().toList(),
                parties.isEmpty() ? Map.of() : organisations.of(parties),
                related(project, ties),
                ties.stream()
                        .filter(tie -> tie.type() == RelationType.PART_OF)
                        .map(Tie::other)
                        .findFirst()
                        .orElse(null),
                ProjectAttribution.of(content, regionOf::get),
                isUmbrella ? CountingLevel.UMBRELLA : CountingLevel.PROJECT,
                commitments.of(project.id()).orElse(null));
    }

    static Set<UUID> parties(ProjectDraft content) {
        return Stream.concat(
                        content.organisations().stream().map(Participation::organisationId),
                        content.coFinanciers().stream().map(CoFinancier::organisationId))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /** Also an umbrella of which no part is recorded here holds the money of its parts. */
    private static boolean hasReportedParts(ProjectDraft content) {
        return content.subProjects() != null
                && content.subProjects().reported() != null
                && content.subProjects().reported() > 0;
    }

    /** A neighbour is named only where everybody who may read this project may read that one too. */
    private List<Related> related(Project project, List<Tie> ties) {
        if (ties.isEmpty()) {
            return List.of();
        }
        String[] own = project.content().organisations().stream()
                .map(party -> Objects.requireNonNull(party.organisationId()).toString())
                .distinct()
                .toArray(String[]::new);
        List<Tuple> rows = database.createNativeQuery("""
                        select id, reference from project_document
                        where superseded_at is null and id in (:ids)
                        and (published or (not :published and organisations @> cast(:own as text[])))
                        """, Tuple.class)
                .setParameter("ids", ties.stream().map(Tie::other).toList())
                .setParameter("published", project.isPublished())
                .setParameter("own", own)
                .getResultList();
        Map<UUID, String> references = new HashMap<>();
        rows.forEach(row -> references.put(row.get(0, UUID.class), row.get(1, String.class)));
        return ties.stream()
                .filter(tie -> references.containsKey(tie.other()))
                .map(tie -> new Related(
                        tie.relationId(), tie.type(), tie.other(), Objects.requireNonNull(references.get(tie.other()))))
                .toList();
    }
}
