package org.isthmus.projects.printed;

import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many projects an umbrella holds by its sources; those recorded here are counted apart. */
@Schema(name = "SubProjectCount", description = "How many projects the umbrella holds by its sources.")
public record SubProjects(
        @Nullable @PositiveOrZero @Schema(examples = "51") Integer reported,

        @Nullable @PositiveOrZero @Schema(examples = "16") Integer countriesReported) {}
