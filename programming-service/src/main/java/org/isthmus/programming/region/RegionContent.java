package org.isthmus.programming.region;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a region. */
@Schema(name = "RegionDraft", description = "A region as an officer enters it.")
record RegionContent(
        @Reference @NotBlank @Size(max = 100) @Schema(examples = "ACP West Africa")
        String code,

        @NotNull Text title,

        @Nullable
        @Reference
        @Size(max = 100)
        @Schema(examples = "Africa", description = "Code of the region that it is a part of.")
        String parentCode,

        @Size(max = 50)
        @Schema(
                description = "How sources write it too; nothing else may be called so.",
                examples = "[\"Western Africa\"]")
        List<@NotBlank @Size(max = 200) String> alsoWritten,

        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable @Valid Source source) {

    RegionContent {
        alsoWritten = Given.list(alsoWritten);
    }
}
