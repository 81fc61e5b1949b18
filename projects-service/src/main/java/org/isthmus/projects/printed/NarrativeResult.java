package org.isthmus.projects.printed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A result told in words: planned, or achieved. */
@Schema(name = "NarrativeResult", description = "A result told in words, planned or achieved.")
public record NarrativeResult(
        @NotNull @Schema(required = true, examples = "ACHIEVED")
        Kind kind,

        @NotNull @Schema(required = true) Text text,

        @Nullable
        @Size(max = 500)
        @Schema(examples = "Amongst the achievements", description = "The heading in the source.")
        String label) {

    /** Whether it was reached or is only hoped for. */
    @Schema(name = "ResultKind")
    public enum Kind {
        PLANNED,
        ACHIEVED
    }
}
