package org.isthmus.programming.vocabulary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A term as readers see it. */
@Schema(name = "VocabularyTerm", description = "A term of a vocabulary that projects and measures are classified by.")
record VocabularyTermView(
        @Schema(required = true) UUID id,

        @Schema(required = true) int version,

        @Schema(
                required = true,
                readOnly = true,
                examples = "global-approach:legal-migration",
                description = "Vocabulary and code, as the filter classification takes them.")
        String reference,

        @JsonUnwrapped VocabularyTermContent content) {

    static VocabularyTermView of(VocabularyTerm term) {
        return new VocabularyTermView(term.id(), term.version(), term.content().reference(), term.content());
    }
}
