package org.isthmus.kit.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** A term of a vocabulary that something is classified by. Programming owns the vocabularies. */
@Schema(
        name = "Classification",
        description = "A term of a vocabulary that it is classified by; /v1/vocabulary-terms lists them.")
public record Classification(
        @NotBlank
        @Size(max = 50)
        @Schema(required = true, examples = "global-approach", description = "The vocabulary.")
        String scheme,

        @NotBlank
        @Size(max = 50)
        @Schema(required = true, examples = "legal-migration", description = "Code of the term in it.")
        String code,

        @Schema(description = "Whether it is our reading of a source, and not printed there.")
        boolean inferred,

        @Nullable @Valid Source source) {

    /** As filters write it. */
    public String term() {
        return scheme + ":" + code;
    }

    /** Notes terms that are named twice. */
    public static void check(String pointer, List<Classification> classifications, Faults faults) {
        faults.once(pointer, classifications, "code", Classification::term, "A term is named once.");
    }
}
