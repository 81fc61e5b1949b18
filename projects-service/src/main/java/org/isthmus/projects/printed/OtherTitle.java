package org.isthmus.projects.printed;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.LanguageTag;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** A title that a source prints beside the one that is shown. */
@Schema(name = "OtherTitle", description = "Another title of the project, as a source prints it.")
public record OtherTitle(
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
    public enum Kind {
        SHORT,
        FORMER,
        TRANSLATION,
        VARIANT
    }
}
