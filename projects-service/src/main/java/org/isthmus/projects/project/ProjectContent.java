package org.isthmus.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
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
import org.isthmus.kit.values.LanguageTag;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.kit.values.WebAddress;
import org.isthmus.projects.values.Amounts;
import org.isthmus.projects.values.CoFinancier;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.NarrativeResult;
import org.isthmus.projects.values.Participation;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.ProjectScope;
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

    /** A title that a source prints beside the one that is shown. */
    @Schema(name = "OtherTitle", description = "Another title of the project, as a source prints it.")
    record OtherTitle(
            @NotBlank @Size(max = 1000) @Schema(required = true, examples = "JMDI")
            String title,

            @Nullable @LanguageTag @Schema(examples = "en", description = "BCP 47, where it is known.")
            String language,

            @NotNull @Schema(required = true, description = "What it is beside the title that is shown.")
            Kind kind,

            @Nullable @Valid @Schema(description = "Where it is printed.")
            Source source) {

        /** What a title is beside the one that is shown. */
        @Schema(
                name = "OtherTitleKind",
                description = "SHORT: an acronym or a short form. FORMER: what it was called before. TRANSLATION: in"
                        + " another language. VARIANT: printed otherwise.")
        enum Kind {
            SHORT,
            FORMER,
            TRANSLATION,
            VARIANT
        }
    }

    /** The status that a project of the past is entered in. */
    @Schema(name = "HistoricalStatus", description = "The status of a project of the past, entered from a source.")
    record HistoricalStatus(
            @NotNull @Schema(required = true, examples = "CLOSED")
            ProjectStatus status,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Ended in 2008 by the memo of 2011")
            String reason) {}

    /** Issues that a project touches across its strands, and whether the source itself says so. */
    @Schema(name = "CrossCutting", description = "Issues across strands, and whether the source itself flags them.")
    record CrossCutting(
            @Nullable Boolean flaggedInSource,
            @Size(max = 100) List<@NotNull Text> issues) {

        public CrossCutting {
            issues = Given.list(issues);
        }
    }

    /** How many projects an umbrella holds by its sources; those recorded here are counted apart. */
    @Schema(name = "SubProjectCount", description = "How many projects the umbrella holds by its sources.")
    record SubProjects(
            @Nullable @PositiveOrZero @Schema(examples = "51")
            Integer reported,

            @Nullable @PositiveOrZero @Schema(examples = "16")
            Integer countriesReported) {}

    /** A start in a few countries, perhaps open to more. */
    @Schema(
            name = "PilotCountries",
            description = "The pilot countries by the source: how many, whether open to more, since when.")
    record PilotCountries(
            @Nullable @PositiveOrZero @Schema(examples = "12")
            Integer count,

            @Nullable Boolean openToMore,

            @Nullable @Min(1950) @Max(2100) @Schema(examples = "2010")
            Integer launchedYear) {}

    /** A document about a project, elsewhere on the web. */
    @Schema(name = "ProjectDocument", description = "A document about the project.")
    record DocumentLink(
            @NotBlank @Size(max = 500) @Schema(required = true)
            String title,

            @NotNull
            @Size(max = 2000)
            @WebAddress
            @Schema(
                    required = true,
                    examples = "https://example.org/report.pdf",
                    pattern = "https?://.+",
                    description = "Where it is on the web, http or https.")
            String url,

            @Nullable @LanguageTag @Schema(examples = "en", description = "BCP 47.")
            String language,

            @Nullable PartialDate date,
            @Nullable @Size(max = 2000) String note) {}

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

    ProjectContent with(@Nullable UUID action, @Nullable String programme, @Nullable Amounts paid) {
        return copy(programme, action, paid, organisations, coFinanciers);
    }

    private ProjectContent copy(
            @Nullable String programme,
            @Nullable UUID action,
            @Nullable Amounts paid,
            List<Participation> participants,
            List<CoFinancier> payers) {
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
                historicalStatus,
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
}
