package org.isthmus.funding.budgetline;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A budget line as everybody sees it. */
@Schema(name = "BudgetLine")
record BudgetLineView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true, examples = "19 02 01") String code,
        @Schema(required = true) Text title,

        @Nullable @Schema(description = "The heading of the nomenclature that it stands under.", examples = "19 02")
        String heading,

        @Nullable @Schema(description = "From when the nomenclature has it, as far as it is known.")
        PartialDate from,

        @Nullable @Schema(description = "Until when; left out while it is open or unknown.")
        PartialDate to,

        @Nullable @Schema(description = "Code of the programme that it pays for.", examples = "THEMATIC-MIGR")
        String programme) {

    static BudgetLineView of(BudgetLine line) {
        NewBudgetLine content = line.content();
        return new BudgetLineView(
                line.id(),
                line.version(),
                content.code(),
                content.title(),
                content.heading(),
                content.from(),
                content.to(),
                content.programme());
    }
}
