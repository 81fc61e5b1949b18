package org.isthmus.funding.budgetline;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** An appropriation as everybody sees it. */
@Schema(name = "Appropriation", description = "Money given to a budget line for a year.")
record AppropriationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true, examples = "19 02 01") String budgetLine,
        @Schema(required = true, examples = "2010") int year,
        @Schema(required = true) Appropriation.Kind kind,
        @Schema(required = true) Money amount,
        @Schema(required = true) LocalDate effectiveOn,
        @Schema(required = true) String reason,
        @Nullable Source source,
        @Schema(required = true) Appropriation.Status status,

        @Schema(required = true, description = "The movement that booked it: /v1/movements/{id}.")
        UUID movementId,

        @Nullable
        @Schema(description = "The movement that undid it: /v1/movements/{id}; left out unless it is REVERSED.")
        UUID reversedBy) {

    static AppropriationView of(Appropriation appropriation) {
        return new AppropriationView(
                appropriation.id(),
                appropriation.version(),
                appropriation.budgetLine(),
                appropriation.year(),
                appropriation.kind(),
                appropriation.amount(),
                appropriation.effectiveOn(),
                appropriation.reason(),
                appropriation.source(),
                appropriation.status(),
                appropriation.movementId(),
                appropriation.reversalId());
    }
}
