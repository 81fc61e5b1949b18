package org.isthmus.projects.printed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A start in a few countries, perhaps open to more. */
@Schema(
        name = "PilotCountries",
        description = "The pilot countries by the source: how many, whether open to more, since when.")
public record PilotCountries(
        @Nullable @PositiveOrZero @Schema(examples = "12") Integer count,

        @Nullable Boolean openToMore,

        @Nullable @Min(1950) @Max(2100) @Schema(examples = "2010")
        Integer launchedYear) {}
