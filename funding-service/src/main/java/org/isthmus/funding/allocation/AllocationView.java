package org.isthmus.funding.allocation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** An allocation as everybody sees it; what is left of it is the balance of its account. */
@Schema(name = "Allocation", description = "Money of a budget line and year set aside for a priority action.")
record AllocationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "AWP-2010-2/1", description = "Reference of the action.")
        String reference,

        @Schema(required = true) int version,
        @Schema(required = true) UUID actionId,
        @Schema(required = true) UUID workProgrammeId,
        @Schema(required = true) int workProgrammeVersion,
        @Schema(required = true, examples = "THEMATIC-MIGR") String programme,
        @Nullable Line budgetLine,
        @Schema(required = true) Allocation.Status status,

        @Schema(required = true, description = "All that is set aside for the action now.")
        Money amount,

        @Nullable @Schema(description = "The last movement that changed it.")
        UUID movementId,

        Allocation.@Nullable Refused refusal) {

    @Schema(name = "LineOfYear")
    record Line(
            @Schema(required = true, examples = "19 02 01") String code,
            @Schema(required = true, examples = "2010") int year) {}

    static AllocationView of(Allocation allocation) {
        return new AllocationView(
                allocation.id(),
                allocation.reference(),
                allocation.version(),
                allocation.actionId(),
                allocation.workProgrammeId(),
                allocation.workProgrammeVersion(),
                allocation.programme(),
                allocation.budgetLine() == null ? null : new Line(allocation.budgetLine(), allocation.year()),
                allocation.status(),
                allocation.amount(),
                allocation.movementId(),
                allocation.refusal());
    }
}
