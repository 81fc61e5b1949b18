package org.isthmus.projects.project;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.projects.money.MoneyView;
import org.isthmus.projects.money.ProjectMoney;
import org.isthmus.projects.money.ProjectMoney.CountingLevel;
import org.isthmus.projects.organisation.Organisations.KnownOrganisation;
import org.isthmus.projects.printed.CrossCutting;
import org.isthmus.projects.printed.DocumentLink;
import org.isthmus.projects.printed.NarrativeResult;
import org.isthmus.projects.printed.OtherTitle;
import org.isthmus.projects.printed.PilotCountries;
import org.isthmus.projects.printed.SubProjects;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.RelationView;
import org.isthmus.projects.values.Amounts;
import org.isthmus.projects.values.Amounts.Accuracy;
import org.isthmus.projects.values.CoFinancier;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.OrganisationRole;
import org.isthmus.projects.values.Participation;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.ProjectScope;
import org.isthmus.projects.values.ProjectStatus;
import org.isthmus.projects.values.StrandShare;
import org.jspecify.annotations.Nullable;

/** A project as readers see it. */
@Schema(name = "Project", description = "A project that public money pays for. What is unknown is absent.")
record ProjectView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "JMDI") String reference,
        @Schema(required = true) int version,
        @Schema(required = true) Text title,
        @Nullable Text summary,
        @Schema(required = true) ProjectStatus status,
        @Schema(required = true) boolean published,

        @Nullable @Schema(description = "Why it is public no more; seen by officers and by partners of the project.")
        String unpublishedReason,

        @Nullable ProgrammeLink programme,
        @Nullable ActionLink action,

        @Schema(required = true, description = "Programmes that pay for it too; totals count for programme alone.")
        List<CoFinancier.OtherProgramme> otherProgrammes,

        @Schema(required = true, description = "Other titles that sources print for it.")
        List<OtherTitle> otherTitles,

        @Nullable @Schema(examples = "https://example.org/jmdi", description = "Its own site on the web.")
        String website,

        @Nullable @Schema(description = "Reference of the call for proposals.")
        String call,

        @Nullable Period period,
        @Nullable Amounts contribution,
        @Nullable Amounts totalCost,
        @Schema(required = true) List<StrandShare> strands,
        @Schema(required = true) List<CountryShare> countries,

        @Schema(required = true, description = "As the sources print them.")
        List<String> regions,

        @Schema(required = true, description = "Terms of vocabularies that it is classified by.")
        List<Classification> classifications,

        @Nullable ProjectScope scope,
        @Schema(required = true) List<Participant> organisations,
        @Schema(required = true) List<Payer> coFinanciers,
        @Schema(required = true) List<Text> objectives,
        @Nullable CrossCutting crossCutting,
        @Schema(required = true) List<NarrativeResult> results,
        @Nullable Parts subProjects,
        @Nullable PilotCountries pilotCountries,
        @Schema(required = true) List<DocumentLink> documents,
        @Schema(required = true) List<Source> sources,
        @Schema(required = true) List<RelationView> relations,

        @Schema(required = true, description = "Every change of status.")
        List<Move> history,

        @Nullable @Schema(description = "True where the status was entered from a source.")
        Boolean historical,

        @Schema(description = "The status that a project of the past was entered in, and why.")
        ProjectContent.@Nullable HistoricalStatus historicalStatus,

        Grant.@Nullable GrantView grant,

        @Schema(required = true) CountingLevel countingLevel,

        @Nullable @Schema(description = "What the books say; absent while they know of nothing.")
        MoneyView money) {

    /** The programme that pays. */
    @Schema(name = "ProgrammeOfProject")
    record ProgrammeLink(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "THEMATIC-MIGR")
            String code) {}

    /** The action that pays. */
    @Schema(name = "ActionOfProject")
    record ActionLink(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "AWP-2010-2/1")
            String reference) {}

    /** An organisation in its role. */
    @Schema(name = "Participant", description = "An organisation and what it is to the project.")
    record Participant(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "IOM") String reference,
            @Schema(required = true) String name,
            @Schema(required = true) OrganisationRole role,
            @Nullable String roleAsWritten) {}

    /** Somebody else who pays. */
    @Schema(name = "Payer", description = "Somebody else who pays, as far as it is known.")
    record Payer(
            @Nullable UUID id,
            @Nullable String reference,
            @Schema(required = true) String name,
            @Nullable Money amount,
            @Nullable Source source,
            @Nullable String note,
            @Nullable Accuracy accuracy) {}

    /** Sub-projects by the sources and here. */
    @Schema(
            name = "SubProjects",
            description = "Sub-projects: how many the sources report, how many are recorded here.")
    record Parts(
            @Nullable Integer reported,
            @Nullable Integer countriesReported,
            @Schema(required = true) int recorded) {}

    /** As it is stored: the books' figures are shown beside it. */
    static ProjectView of(Project project, ProjectContext context) {
        return of(project, context, null);
    }

    static ProjectView of(Project project, ProjectContext context, @Nullable ProjectMoney money) {
        ProjectContent content = project.content();
        return new ProjectView(
                project.id(),
                project.reference(),
                project.version(),
                content.title(),
                content.summary(),
                project.status(),
                project.isPublished(),
                project.unpublishedReason(),
                context.programme() == null
                        ? null
                        : new ProgrammeLink(
                                context.programme().id(), context.programme().code()),
                context.action() == null
                        ? null
                        : new ActionLink(context.action().id(), context.action().reference()),
                content.otherProgrammes(),
                content.otherTitles(),
                content.website(),
                content.call(),
                Period.UNKNOWN.equals(content.period()) ? null : content.period(),
                content.contribution(),
                content.totalCost(),
                content.strands(),
                content.countries(),
                content.regions(),
                content.classifications(),
                content.scope(),
                content.organisations().stream()
                        .map(party -> participant(party, context))
                        .toList(),
                content.coFinanciers().stream()
                        .map(payer -> payer(payer, context))
                        .toList(),
                content.objectives(),
                content.crossCutting(),
                content.results(),
                parts(
                        content.subProjects(),
                        context.related(RelationType.HAS_PART).size()),
                content.pilotCountries(),
                content.documents(),
                content.sources(),
                context.related(),
                project.moves(),
                content.historicalStatus() == null ? null : true,
                content.historicalStatus(),
                project.grant() == null ? null : project.grant().view(),
                context.level(),
                money == null
                        ? null
                        : MoneyView.of(
                                money,
                                context.level(),
                                context.related(RelationType.PART_OF).stream()
                                        .findFirst()
                                        .map(RelationView::project)
                                        .orElse(null)));
    }

    private static Participant participant(Participation party, ProjectContext context) {
        KnownOrganisation known =
                Objects.requireNonNull(context.organisations().get(Objects.requireNonNull(party.organisationId())));
        return new Participant(known.id(), known.reference(), known.names().any(), party.role(), party.roleAsWritten());
    }

    private static Payer payer(CoFinancier payer, ProjectContext context) {
        Optional<KnownOrganisation> known = payer.organisationId() == null
                ? Optional.empty()
                : Optional.ofNullable(context.organisations().get(payer.organisationId()));
        return new Payer(
                known.map(KnownOrganisation::id).orElse(null),
                known.map(KnownOrganisation::reference).orElse(null),
                known.map(KnownOrganisation::names).map(Text::any).orElse(Objects.requireNonNullElse(payer.name(), "")),
                payer.amount(),
                payer.source(),
                payer.note(),
                payer.accuracy());
    }

    private static @Nullable Parts parts(@Nullable SubProjects reported, int recorded) {
        if (reported == null) {
            return recorded == 0 ? null : new Parts(null, null, recorded);
        }
        return new Parts(reported.reported(), reported.countriesReported(), recorded);
    }
}
