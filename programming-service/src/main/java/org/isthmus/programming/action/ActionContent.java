package org.isthmus.programming.action;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/** An action as an officer drafts it: what adoption requires may still be missing. */
@Schema(
        name = "ActionDraft",
        description = "An action as an officer drafts it. What adoption requires may still be missing.")
public record ActionContent(
        @Reference @NotBlank @Size(max = 100) @Schema(examples = "AWP-2010-2/1")
        String reference,

        @NotNull Text title,
        @Size(max = 300) List<@NotNull @Valid Share> countries,

        @Size(max = 50) @Schema(description = "Regions as the document writes them.")
        List<@NotBlank @Size(max = 200) String> regions,

        @Size(max = 50) List<@NotNull @Valid Share> strands,
        @Size(max = 50) List<@NotNull Text> objectives,
        @Size(max = 50) List<@NotNull Text> expectedResults,
        @Nullable Money indicativeAmount,
        @Nullable Mode mode,
        @Nullable @Valid BudgetLine budgetLine) {

    public ActionContent {
        countries = Given.list(countries);
        regions = Given.list(regions);
        strands = Given.list(strands);
        objectives = Given.list(objectives);
        expectedResults = Given.list(expectedResults);
    }
}
