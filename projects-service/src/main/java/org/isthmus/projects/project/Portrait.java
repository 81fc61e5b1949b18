package org.isthmus.projects.project;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.isthmus.kit.text.Text;
import org.isthmus.projects.facts.CoFinancier;
import org.isthmus.projects.facts.Participation;
import org.isthmus.projects.facts.Period;
import org.isthmus.projects.facts.SubProjects;
import org.isthmus.projects.money.ProjectMoney;
import org.isthmus.projects.organisation.OrganisationRegister.Known;
import org.isthmus.projects.project.Surroundings.Related;
import org.isthmus.projects.relation.RelationType;
import org.jspecify.annotations.Nullable;

/** Draws the representation of a project in its surroundings. */
record Portrait(Project project, Surroundings around) {

    ProjectView view() {
        ProjectDraft content = project.content();
        return new ProjectView(
                project.id(),
                project.reference(),
                project.version(),
                content.title(),
                content.summary(),
                project.status(),
                project.isPublished(),
                project.unpublishedReason(),
                around.programme() == null
                        ? null
                        : new ProjectView.ProgrammeLink(
                                around.programme().id(), around.programme().code()),
                around.action() == null
                        ? null
                        : new ProjectView.ActionLink(
                                around.action().id(), around.action().reference()),
                content.call(),
                Period.UNKNOWN.equals(content.period()) ? null : content.period(),
                content.contribution(),
                content.totalCost(),
                content.strands(),
                content.countries(),
                content.regions(),
                content.scope(),
                content.organisations().stream().map(this::participant).toList(),
                content.coFinanciers().stream().map(this::payer).toList(),
                content.objectives(),
                content.crossCutting(),
                content.results(),
                parts(content.subProjects()),
                content.pilotCountries(),
                content.documents(),
                content.sources(),
                around.related().stream().map(Portrait::relation).toList(),
                project.moves(),
                content.historicalStatus() == null ? null : true,
                grant(project.grant()),
                money(around.money()));
    }

    static ProjectView.RelationView relation(Related related) {
        return new ProjectView.RelationView(related.relationId(), related.type(), link(related));
    }

    private static ProjectView.ProjectLink link(Related related) {
        return new ProjectView.ProjectLink(related.id(), related.reference());
    }

    private ProjectView.Participant participant(Participation party) {
        Known known = known(party.organisationId()).orElseThrow();
        return new ProjectView.Participant(
                known.id(), known.reference(), known.names().any(), party.role(), party.roleAsWritten());
    }

    private ProjectView.Payer payer(CoFinancier payer) {
        Optional<Known> known = known(payer.organisationId());
        return new ProjectView.Payer(
                known.map(Known::id).orElse(null),
                known.map(Known::reference).orElse(null),
                known.map(Known::names).map(Text::any).orElse(Objects.requireNonNullElse(payer.name(), "")),
                payer.amount(),
                payer.source(),
                payer.note());
    }

    private Optional<Known> known(java.util.@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(around.organisations().get(id));
    }

    private ProjectView.@Nullable Parts parts(@Nullable SubProjects reported) {
        int recorded = ofType(RelationType.HAS_PART).size();
        if (reported == null) {
            return recorded == 0 ? null : new ProjectView.Parts(null, null, recorded);
        }
        return new ProjectView.Parts(reported.reported(), reported.countriesReported(), recorded);
    }

    private static ProjectView.@Nullable GrantView grant(@Nullable Grant grant) {
        return grant == null
                ? null
                : new ProjectView.GrantView(
                        grant.status(),
                        grant.reference(),
                        grant.amount(),
                        grant.signedOn(),
                        grant.actionId(),
                        grant.code(),
                        grant.reason());
    }

    private ProjectView.@Nullable MoneyView money(@Nullable ProjectMoney sums) {
        return sums == null
                ? null
                : new ProjectView.MoneyView(
                        sums.currency(),
                        around.level(),
                        ofType(RelationType.PART_OF).stream()
                                .findFirst()
                                .map(Portrait::link)
                                .orElse(null),
                        sums.committed(),
                        sums.decommitted(),
                        sums.paid(),
                        sums.recovered(),
                        sums.outstanding(),
                        sums.historical());
    }

    private List<Related> ofType(RelationType type) {
        return around.related().stream()
                .filter(related -> related.type() == type)
                .toList();
    }
}
