package org.isthmus.programming.programme;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.programme.Programme.KnownStrand;
import org.isthmus.programming.programme.ProgrammeContent.Claim;
import org.isthmus.programming.programme.ProgrammeContent.Eligibility;
import org.isthmus.programming.programme.ProgrammeContent.Measure;
import org.isthmus.programming.programme.ProgrammeContent.Principle;
import org.isthmus.programming.values.EnvelopeFigure;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** A programme as readers see it. */
@Schema(
        name = "Programme",
        description = "A funding programme with its strands, envelope figures and place in the chain.")
record ProgrammeView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "THEMATIC-MIGR") String code,
        @Schema(required = true) int version,
        @Schema(required = true) Text title,
        @Nullable Text legalBasis,
        @Schema(required = true) Period period,
        @Nullable String framework,
        @Nullable Text generalAim,
        @Schema(required = true) List<Principle> principles,
        @Nullable ProgrammeLink predecessor,
        @Nullable ProgrammeLink successor,
        @Schema(required = true) List<Text> dimensions,
        @Schema(required = true) List<StrandPart> strands,
        @Schema(required = true) List<EnvelopeFigure> envelopes,
        @Schema(required = true) List<Eligibility> eligibility,
        @Schema(required = true) List<Text> priorities,
        @Schema(required = true) List<Claim> claims) {

    /** Another programme in the chain. */
    @Schema(name = "ProgrammeLink")
    record ProgrammeLink(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code) {

        static @Nullable ProgrammeLink to(Programme.@Nullable Link link) {
            return link == null ? null : new ProgrammeLink(link.id(), link.code());
        }
    }

    /** A strand inside its programme. */
    @Schema(name = "StrandOfProgramme")
    record StrandPart(
            @Schema(required = true) UUID id,
            @Schema(required = true) int number,
            @Schema(required = true) String code,
            @Schema(required = true) Text title,
            @Schema(required = true) List<Measure> measures) {

        StrandPart(KnownStrand strand) {
            this(strand.id(), strand.number(), strand.code(), strand.title(), strand.measures());
        }
    }

    /** A strand on its own. */
    @Schema(name = "Strand", description = "A strand of a programme, with its measures.")
    record StrandView(
            @Schema(required = true) UUID id,
            @Schema(required = true) int version,
            @Schema(required = true) ProgrammeLink programme,
            @Schema(required = true) int number,
            @Schema(required = true) String code,
            @Schema(required = true) Text title,
            @Schema(required = true) List<Measure> measures) {

        static StrandView of(KnownStrand strand, Programme programme) {
            return new StrandView(
                    strand.id(),
                    programme.version(),
                    new ProgrammeLink(programme.id(), programme.code()),
                    strand.number(),
                    strand.code(),
                    strand.title(),
                    strand.measures());
        }
    }

    static ProgrammeView of(Programme programme) {
        ProgrammeContent content = programme.content();
        return new ProgrammeView(
                programme.id(),
                programme.code(),
                programme.version(),
                content.title(),
                content.legalBasis(),
                content.period(),
                content.framework(),
                content.generalAim(),
                content.principles(),
                ProgrammeLink.to(programme.predecessor()),
                ProgrammeLink.to(programme.successor()),
                content.dimensions(),
                programme.strands().stream().map(StrandPart::new).toList(),
                content.envelopes(),
                content.eligibility(),
                content.priorities(),
                content.claims());
    }
}
