package org.isthmus.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.kit.values.WebAddress;
import org.isthmus.projects.printed.CrossCutting;
import org.isthmus.projects.printed.DocumentLink;
import org.isthmus.projects.printed.NarrativeResult;
import org.isthmus.projects.printed.OtherTitle;
import org.isthmus.projects.printed.PilotCountries;
import org.isthmus.projects.printed.SubProjects;
import org.isthmus.projects.values.Amounts;
import org.isthmus.projects.values.CoFinancier;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.OrganisationRole;
import org.isthmus.projects.values.Participation;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.ProjectScope;
import org.isthmus.projects.values.ProjectStatus;
import org.isthmus.projects.values.StrandShare;
import org.jspecify.annotations.Nullable;

/** What is said of a project. All but the reference and the title may be unknown, and then stays so. */
@Schema(name = "ProjectDraft", description = "What is said of a project. What is unknown is left out.")
record ProjectContent(
        @Reference
        @NotBlank
        @Size(max = 100)
        @Schema(required = true, examples = "DCI-MIGR 2008/153-128", description = "Unique, never reused.")
        String reference,

        @NotNull @Schema(required = true) Text title,
        @Nullable Text summary,

        @Nullable @Size(max = 100) @Schema(examples = "THEMATIC-MIGR")
        String programmeCode,

        @Nullable @Schema(description = "The action of an adopted work programme that pays for it.")
        UUID actionId,

        @Nullable @Reference @Size(max = 100) @Schema(examples = "EuropeAid/131088/C/ACT/Multi")
        String call,

        @Nullable @Valid Period period,

        @Nullable @Valid @Schema(description = "What the Union pays, by its sources.")
        Amounts contribution,

        @Nullable @Valid Amounts totalCost,
        @Size(max = 50) List<@NotNull @Valid StrandShare> strands,
        @Size(max = 250) List<@NotNull @Valid CountryShare> countries,

        @Size(max = 100) @Schema(description = "As the source prints them.")
        List<@NotBlank @Size(max = 200) String> regions,

        @Size(max = 100) @Schema(description = "Terms of vocabularies that it is classified by.")
        List<@NotNull @Valid Classification> classifications,

        @Nullable ProjectScope scope,
        @Size(max = 200) List<@NotNull @Valid Participation> organisations,
        @Size(max = 100) List<@NotNull @Valid CoFinancier> coFinanciers,
        @Size(max = 100) List<@NotNull Text> objectives,
        @Nullable @Valid CrossCutting crossCutting,
        @Size(max = 500) List<@NotNull @Valid NarrativeResult> results,
        @Nullable @Valid SubProjects subProjects,
        @Nullable @Valid PilotCountries pilotCountries,
        @Size(max = 200) List<@NotNull @Valid DocumentLink> documents,
        @Size(max = 100) List<@NotNull @Valid Source> sources,
        @Nullable @Valid HistoricalStatus historicalStatus,

        @Nullable
        @Size(max = 2000)
        @WebAddress
        @Schema(
                examples = "https://example.org/jmdi",
                pattern = "https?://.+",
                description = "Its own site on the web, http or https.")
        String website,

        @Size(max = 50) @Schema(description = "Other titles that sources print for it.")
        List<@NotNull @Valid OtherTitle> otherTitles,

        @Size(max = 20) @Schema(description = "Programmes that pay for it too, of the register or outside of it.")
        List<CoFinancier.@NotNull @Valid OtherProgramme> otherProgrammes) {

    /** The status that a project of the past is entered in. */
    @Schema(name = "HistoricalStatus", description = "The status of a project of the past, entered from a source.")
    record HistoricalStatus(
            @NotNull @Schema(required = true, examples = "CLOSED")
            ProjectStatus status,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Ended in 2008 by the memo of 2011")
            String reason) {}

    ProjectContent {
        strands = Given.list(strands);
        countries = Given.list(countries);
        regions = Given.list(regions);
        classifications = Given.list(classifications);
        organisations = Given.list(organisations);
        coFinanciers = Given.list(coFinanciers);
        objectives = Given.list(objectives);
        results = Given.list(results);
        documents = Given.list(documents);
        sources = Given.list(sources);
        otherTitles = Given.list(otherTitles);
        otherProgrammes = Given.list(otherProgrammes);
    }

    /** What is wrong with it on its own. */
    void check(Faults faults) {
        if (period != null) {
            period.check("/period", faults);
        }
        if (contribution != null) {
            contribution.check("/contribution", faults);
        }
        if (totalCost != null) {
            totalCost.check("/totalCost", faults);
        }
        Set<String> named = new HashSet<>();
        faults.each(
                "/regions",
                regions,
                (at, region) -> faults.require(
                        region == null || named.add(region.toLowerCase(Locale.ROOT)),
                        at,
                        "named-twice",
                        "A region is named once."));
        StrandShare.check("/strands", strands, faults);
        CountryShare.check("/countries", countries, faults);
        faults.require(
                historicalStatus == null || !sources.isEmpty(),
                "/sources",
                "source-required",
                "A project of the past is entered from a source.");
    }

    ProjectContent with(List<Participation> participants, List<CoFinancier> payers) {
        return copy(programmeCode, actionId, contribution, participants, payers);
    }

    ProjectContent of(UUID action) {
        return with(action, programmeCode, contribution);
    }

    ProjectContent with(HistoricalStatus past) {
        return copy(programmeCode, actionId, contribution, organisations, coFinanciers, past);
    }

    ProjectContent with(@Nullable UUID action, @Nullable String programme, @Nullable Amounts paid) {
        return copy(programme, action, paid, organisations, coFinanciers);
    }

    private ProjectContent copy(
            @Nullable String programme,
            @Nullable UUID action,
            @Nullable Amounts paid,
            List<Participation> participants,
            List<CoFinancier> payers) {
        return copy(programme, action, paid, participants, payers, historicalStatus);
    }

    private ProjectContent copy(
            @Nullable String programme,
            @Nullable UUID action,
            @Nullable Amounts paid,
            List<Participation> participants,
            List<CoFinancier> payers,
            @Nullable HistoricalStatus past) {
        return new ProjectContent(
                reference,
                title,
                summary,
                programme,
                action,
                call,
                period,
                paid,
                totalCost,
                strands,
                countries,
                regions,
                classifications,
                scope,
                participants,
                payers,
                objectives,
                crossCutting,
                results,
                subProjects,
                pilotCountries,
                documents,
                sources,
                past,
                website,
                otherTitles,
                otherProgrammes);
    }

    /** The organisations of the register that take part or pay. */
    Set<UUID> parties() {
        return Stream.concat(
                        organisations.stream().map(Participation::organisationId),
                        coFinanciers.stream().map(CoFinancier::organisationId))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /** Id and reference of each organisation that leads. */
    List<String> leads() {
        return organisations.stream()
                .filter(party -> party.role() == OrganisationRole.LEAD)
                .flatMap(party -> Stream.of(String.valueOf(party.organisationId()), party.organisationReference()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
