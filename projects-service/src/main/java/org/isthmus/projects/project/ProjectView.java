package org.isthmus.projects.project;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.sources.Source;
import org.isthmus.kit.text.Text;
import org.isthmus.projects.facts.Amounts;
import org.isthmus.projects.facts.CountryShare;
import org.isthmus.projects.facts.CrossCutting;
import org.isthmus.projects.facts.DocumentLink;
import org.isthmus.projects.facts.NarrativeResult;
import org.isthmus.projects.facts.OrganisationRole;
import org.isthmus.projects.facts.Period;
import org.isthmus.projects.facts.PilotCountries;
import org.isthmus.projects.facts.ProjectScope;
import org.isthmus.projects.facts.StrandShare;
import org.isthmus.projects.money.ProjectMoney;
import org.isthmus.projects.relation.RelationType;
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

        @Nullable @Schema(description = "Reference of the call for proposals.")
        String call,

        @Nullable Period period,
        @Nullable Amounts contribution,
        @Nullable Amounts totalCost,
        @Schema(required = true) List<StrandShare> strands,
        @Schema(required = true) List<CountryShare> countries,

        @Schema(required = true, description = "As the sources print them.")
        List<String> regions,

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

        @Nullable GrantView grant,

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
            @Nullable String note) {}

    /** Sub-projects by the sources and here. */
    @Schema(
            name = "SubProjects",
            description = "Sub-projects: how many the sources report, how many are recorded here.")
    record Parts(
            @Nullable Integer reported,
            @Nullable Integer countriesReported,
            @Schema(required = true) int recorded) {}

    /** A tie to another project. */
    @Schema(name = "ProjectRelation", description = "A tie to another project, as seen from this one.")
    record RelationView(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "HAS_PART") RelationType type,
            @Schema(required = true) ProjectLink project) {}

    /** Another project. */
    @Schema(name = "ProjectLink")
    record ProjectLink(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "JMDI-GH") String reference) {}

    /** The grant agreement and what the books made of it. */
    @Schema(
            name = "Grant",
            description = "The grant agreement: SIGNED waits for the books; REFUSED tells their reason.")
    record GrantView(
            @Schema(required = true) Grant.Status status,
            @Schema(required = true) String reference,
            @Schema(required = true) Money amount,
            @Schema(required = true) LocalDate signedOn,
            @Schema(required = true) UUID actionId,

            @Nullable @Schema(description = "Code of the refusal.")
            String code,

            @Nullable @Schema(description = "Why the books refused it.")
            String reason) {}

    /** The money of the project by the books. */
    @Schema(name = "ProjectMoney", description = "Sums over the project's own commitments, by the books of funding.")
    record MoneyView(
            @Schema(required = true, examples = "EUR") String currency,
            @Schema(required = true) ProjectMoney.CountingLevel countingLevel,

            @Nullable @Schema(description = "The umbrella whose contribution includes this project's.")
            ProjectLink includedIn,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(required = true, implementation = String.class, examples = "15000000.00")
            BigDecimal committed,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(required = true, implementation = String.class, examples = "0.00")
            BigDecimal decommitted,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(required = true, implementation = String.class, examples = "0.00")
            BigDecimal paid,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(required = true, implementation = String.class, examples = "0.00")
            BigDecimal recovered,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Schema(required = true, implementation = String.class, examples = "15000000.00")
            BigDecimal outstanding,

            @Schema(
                    required = true,
                    description = "True where some of it was entered from a source, not booked as it happened.")
            boolean historical) {}
}
