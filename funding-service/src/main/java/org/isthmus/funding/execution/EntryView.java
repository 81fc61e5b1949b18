package org.isthmus.funding.execution;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** An entry of the books that counts in a total, with the part of it that is attributed under the keys asked. */
@Schema(name = "AttributedEntry", description = "An entry that counts in a total, with its part under the keys asked.")
record EntryView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID movementId,

        @Schema(required = true, description = "Its place in the movement.")
        int line,

        @Schema(required = true) MovementType type,

        @Nullable @Schema(description = "As far as it is known.")
        PartialDate effectiveOn,

        @Schema(required = true) Instant recordedAt,
        @Schema(required = true) String reason,
        @Schema(required = true, examples = "19 02 01") String budgetLine,

        @Nullable @Schema(description = "Budget year of the money.")
        Integer year,

        @Nullable @Schema(examples = "AWP-2010-2/1") String action,
        @Nullable UUID projectId,
        @Nullable UUID commitmentId,
        @Schema(required = true, examples = "EUR") String currency,

        @Schema(required = true, examples = "100.00", description = "The whole of it, as its measure counts it.")
        String measured,

        @Schema(
                required = true,
                enumeration = {"allocated", "committed", "paid", "decommitted"})
        String measure,

        @Schema(
                required = true,
                examples = "33.33",
                description = "What of it belongs to the keys asked; a reversal's is negative.")
        String attributed,

        @Schema(
                required = true,
                description = "What it adds to each measure asked; added up over all entries they are the total.")
        Map<String, String> counts,

        @Schema(required = true, description = "Whether it is of the past, known from a document.")
        boolean historical,

        @Nullable
        @Schema(description = "The umbrella, by reference, whose entries hold its money: it adds nothing itself.")
        String includedIn) {}
