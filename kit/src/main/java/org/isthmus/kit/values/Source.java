package org.isthmus.kit.values;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document that a figure or a fact was read in. */
@Schema(description = "The document that a figure or a fact was read in, where it is, and as of when it speaks.")
public record Source(
        @NotBlank @Size(max = 500) @Schema(examples = "Memo of 18 November 2011")
        String document,

        @Nullable
        @Size(max = 2000)
        @Pattern(regexp = "https?://.+", message = "an address that begins with http:// or https:// belongs here")
        @Schema(examples = "https://example.org/memo")
        String url,

        @Nullable @Schema(description = "The date as of which the document speaks.")
        PartialDate asOf,

        @Nullable @Size(max = 2000) String note) {}
