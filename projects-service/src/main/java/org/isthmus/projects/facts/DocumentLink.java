package org.isthmus.projects.facts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** A document about a project, elsewhere on the web. */
@Schema(name = "ProjectDocument", description = "A document about the project.")
public record DocumentLink(
        @NotBlank @Size(max = 500) @Schema(required = true) String title,

        @NotNull
        @Size(max = 2000)
        @Pattern(regexp = "https?://.+")
        @Schema(required = true, examples = "https://example.org/report.pdf")
        String url,

        @Nullable @Size(max = 35) @Schema(examples = "en") String language,
        @Nullable PartialDate date,
        @Nullable @Size(max = 2000) String note) {}
