package org.isthmus.funding.budgetline;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A budget line as everybody sees it. */
@Schema(name = "BudgetLine")
record BudgetLineView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true, examples = "19 02 01") String code,
        @Schema(required = true) Text title,

        @Nullable @Schema(examples = "THEMATIC-MIGR") String programme) {

    static BudgetLineView of(BudgetLine line) {
        return new BudgetLineView(line.id(), line.version(), line.code(), line.title(), line.programme());
    }
}
