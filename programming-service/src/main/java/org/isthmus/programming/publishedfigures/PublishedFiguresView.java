package org.isthmus.programming.publishedfigures;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** What documents print of a programme beside what is recorded. */
@Schema(name = "PublishedFigures", description = "What documents print beside what is recorded here.")
record PublishedFiguresView(
        @Schema(required = true, description = "Code of the programme.")
        String programme,

        @Schema(required = true) List<Compared> figures) {

    /** A published figure and what is recorded for it. */
    @Schema(name = "PublishedFigure", description = "A published figure and what is recorded for it.")
    record Compared(
            @Schema(required = true) String label,

            @Schema(
                    required = true,
                    enumeration = {"PROJECTS", "AMOUNT"})
            String measure,

            @Schema(required = true) boolean approximate,
            @Schema(required = true) PartialDate since,
            @Schema(required = true) Source source,
            @Schema(required = true) Measured published,

            @Schema(required = true, description = "The sum of the three parts that counts names.")
            Measured recorded,

            @Schema(required = true, description = "Published less recorded.")
            Measured difference,

            @Schema(required = true) Definition counts) {}

    /** A count or an amount. */
    @Schema(name = "PublishedMeasure", description = "A count or an amount.")
    record Measured(@Nullable Integer count, @Nullable Money amount) {}

    /** What was counted and what was left out, so that the figure can be made again. */
    @Schema(
            name = "PublishedFigureDefinition",
            description = "What was counted, of all programmes and instruments, and what was left out.")
    record Definition(
            @Schema(required = true) String what,
            @Schema(required = true) LocalDate from,

            @Nullable @Schema(description = "The day that the figure is of; without it until today.")
            LocalDate until,

            @Schema(required = true, description = "Of the recorded, in this programme.")
            Measured ofProgramme,

            @Schema(required = true, description = "Of the recorded, in other programmes.")
            Measured ofOtherProgrammes,

            @Schema(required = true, description = "Of the recorded, in no known programme.")
            Measured withoutProgramme,

            @Schema(required = true, description = "Left out: earlier.")
            Measured before,

            @Schema(required = true, description = "Left out: later than the figure.")
            Measured after,

            @Schema(required = true, description = "Left out: nobody knows when.")
            Measured undated) {}
}
