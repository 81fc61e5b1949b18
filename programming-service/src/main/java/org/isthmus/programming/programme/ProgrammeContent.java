package org.isthmus.programming.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.EnvelopeFigure;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.vocabulary.VocabularyTerms;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a programme. */
@Schema(name = "ProgrammeDraft", description = "A programme as an officer enters it.")
record ProgrammeContent(
        @Reference
        @NotBlank
        @Size(max = 50)
        @Pattern(regexp = CODE, message = CODE_WORDS)
        @Schema(examples = "THEMATIC-MIGR")
        String code,

        @NotNull Text title,
        @Nullable Text legalBasis,
        @NotNull @Valid Period period,

        @Nullable @Size(max = 200) @Schema(examples = "Financial Perspectives 2007-2013")
        String framework,

        @Nullable Text generalAim,
        @Size(max = 50) List<@NotNull @Valid Principle> principles,

        @Nullable @Size(max = 50) @Schema(description = "Code of the programme that it continues.")
        String predecessorCode,

        @Size(max = 50) List<@NotNull Text> dimensions,
        @Size(max = 50) List<@NotNull @Valid Strand> strands,
        @Size(max = 100) List<@NotNull @Valid EnvelopeFigure> envelopes,
        @Size(max = 50) List<@NotNull @Valid Eligibility> eligibility,
        @Size(max = 50) List<@NotNull Text> priorities,
        @Size(max = 50) List<@NotNull @Valid Claim> claims) {

    static final String CODE = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    static final String CODE_WORDS = "letters, digits and _ . - belong here, such as THEMATIC-MIGR";

    /** What the programme holds to. */
    @Schema(name = "Principle", description = "What the programme holds to.")
    record Principle(
            @NotBlank @Size(max = 50) @Schema(examples = "complementarity")
            String key,

            @NotNull Text text) {}

    /** One of the programme's lines of work, with its measures. */
    @Schema(name = "StrandDraft", description = "One of the programme's lines of work, with its measures.")
    record Strand(
            @Positive int number,

            @Reference
            @NotBlank
            @Size(max = 50)
            @Pattern(regexp = CODE, message = CODE_WORDS)
            @Schema(examples = "migration-development")
            String code,

            @NotNull Text title,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid Measure> measures) {

        Strand {
            measures = Given.list(measures);
        }
    }

    /** One measure of a strand, numbered as its source numbers it. */
    @Schema(name = "StrandMeasure", description = "One measure of a strand.")
    record Measure(
            @Reference @NotBlank @Size(max = 20) @Schema(examples = "1.1")
            String code,

            @NotNull Text text,

            @Size(max = 50) @Schema(description = "Terms of vocabularies that it is classified by.")
            List<@NotNull @Valid Classification> classifications) {

        Measure {
            classifications = Given.list(classifications);
        }
    }

    /** The instrument that makes countries eligible, and its rule. */
    @Schema(name = "InstrumentEligibility", description = "An instrument whose countries are eligible, and its rule.")
    record Eligibility(
            @NotBlank @Size(max = 100) @Schema(examples = "ENPI")
            String instrument,

            @NotNull Text countriesRule,
            @NotNull @Valid Source source) {}

    /** What a claim counts. */
    @Schema(name = "ClaimMeasure")
    enum Measured {
        PROJECTS,
        AMOUNT
    }

    /** A total that a source prints about the programme, to be compared with what is recorded. */
    @Schema(name = "SourceClaim", description = "A total that a source prints, to be compared with what is recorded.")
    record Claim(
            @NotNull Measured measure,

            @NotBlank @Size(max = 200) @Schema(examples = "Projects in non-EU countries since 2005")
            String label,

            boolean approximate,
            @Nullable @Min(0) Integer count,
            @Nullable Money amount,
            @NotNull PartialDate since,
            @NotNull @Valid Source source) {

        @AssertTrue(message = "A claim of PROJECTS gives a count, one of AMOUNT an amount")
        @Schema(hidden = true)
        boolean isWhatItMeasures() {
            return measure == null
                    || (measure == Measured.PROJECTS
                            ? count != null && amount == null
                            : amount != null && count == null);
        }
    }

    ProgrammeContent {
        principles = Given.list(principles);
        dimensions = Given.list(dimensions);
        strands = Given.list(strands);
        envelopes = Given.list(envelopes);
        eligibility = Given.list(eligibility);
        priorities = Given.list(priorities);
        claims = Given.list(claims);
    }

    /** Notes codes and numbers that are not unique, and classifications of measures by terms that there are not. */
    void check(VocabularyTerms terms, Faults faults) {
        checkRepetition(faults);
        faults.each(
                "/strands",
                strands,
                (at, strand) -> faults.each(
                        at + "/measures",
                        strand.measures(),
                        (of, measure) -> terms.check(of + "/classifications", measure.classifications(), faults)));
    }

    /** Refuses codes and numbers that are not unique, naming each of them. */
    void refuseRepetition() {
        Faults faults = new Faults();
        checkRepetition(faults);
        faults.refuseIfAny(Refusal.Kind.INVALID, "programme-invalid", "The programme names something twice");
    }

    private void checkRepetition(Faults faults) {
        faults.addAll(EnvelopeFigure.contradictions("/envelopes", envelopes));
        faults.once("/strands", strands, "code", Strand::code, "A strand code is named once.");
        faults.once("/strands", strands, "number", Strand::number, "A strand number is named once.");
        Set<String> measureCodes = new HashSet<>();
        faults.each(
                "/strands",
                strands,
                (at, strand) -> faults.each(
                        at + "/measures",
                        strand.measures(),
                        (of, measure) -> faults.require(
                                measureCodes.add(String.valueOf(measure.code()).toLowerCase(Locale.ROOT)),
                                of + "/code",
                                "named-twice",
                                "A measure code is named once.")));
    }
}
