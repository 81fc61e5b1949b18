package org.isthmus.projects.printed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.LanguageTag;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.WebAddress;
import org.jspecify.annotations.Nullable;

/** A document about a project, elsewhere on the web. */
@Schema(name = "ProjectDocument", description = "A document about the project.")
public record DocumentLink(
        @NotBlank @Size(max = 500) @Schema(required = true) String title,

        @NotNull
        @Size(max = 2000)
        @WebAddress
        @Schema(
                required = true,
                examples = "https://example.org/report.pdf",
                pattern = "https?://.+",
                description = "Where it is on the web, http or https.")
        String url,

        @Nullable @LanguageTag @Schema(examples = "en", description = "BCP 47.")
        String language,

        @Nullable PartialDate date,
        @Nullable @Size(max = 2000) String note) {}
