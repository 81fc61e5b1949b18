package org.isthmus.programming.vocabulary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a term. */
@Schema(name = "VocabularyTermDraft", description = "A term of a vocabulary as an officer enters it.")
record VocabularyTermContent(
        @Reference
        @NotBlank
        @Size(max = 50)
        @Pattern(
                regexp = "[a-z][a-z0-9-]*",
                message = "small letters, digits and - belong here, such as global-approach")
        @Schema(examples = "global-approach", description = "The vocabulary that it belongs to.")
        String scheme,

        @Reference
        @NotBlank
        @Size(max = 50)
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
                message = "letters, digits and _ . - belong here, such as legal-migration")
        @Schema(examples = "legal-migration", description = "Its code, once in the vocabulary.")
        String code,

        @NotNull @Schema(description = "What people call it, in any languages.")
        Text title,

        @Nullable @Size(max = 50) @Schema(description = "Code of the term of the same vocabulary that it is a part of.")
        String parentCode,

        @Nullable @Schema(description = "From when it was used.")
        PartialDate from,

        @Nullable @Schema(description = "Until when it was used.")
        PartialDate to,

        @Nullable @Valid Source source) {

    String reference() {
        return scheme + ":" + code;
    }

    @Nullable
    String parent() {
        return parentCode == null ? null : scheme + ":" + parentCode;
    }
}
