package org.isthmus.kit.reconciliation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A copy of what another service owns, compared with the digest that its owner told last. */
@Schema(
        name = "ReconciliationCopy",
        description = "A copy of what another service owns, against the digest that its owner told last.")
public record ComparedCopy(
        @Schema(required = true, description = "The table that keeps it.", examples = "known_commitment")
        String copy,

        @Schema(required = true, description = "The service that owns it.", examples = "funding")
        String owner,

        @Schema(required = true, description = "Where its owner tells of it.", examples = "funding.commitments")
        String topic,

        @Schema(required = true) State state,

        @Nullable
        @Schema(
                description =
                        "When its owner made the digest; absent before the first one. What it told later is not compared.")
        Instant asOf,

        @Nullable @Schema(description = "How old the digest is, in seconds.")
        Long ageSeconds,

        @Nullable @Schema(description = "Number of the owner's events up to which the digest goes.")
        Long number,

        @Schema(required = true, description = "How many its owner has; 0 before the first digest.")
        long owned,

        @Schema(required = true, description = "How many are kept here.")
        long kept,

        @Schema(
                required = true,
                description =
                        "How many of those here are compared: of the others something was told since the digest, or may be on its way.")
        long compared,

        @Schema(required = true, description = "The amounts of what is compared, added up.")
        List<Total> totals,

        @Schema(
                required = true,
                description =
                        "What differs, at most 100: those whose key (of a commitment its project, of an action its work programme) ends with two digits.")
        List<Reconciliation.Difference> differences) {

    /** How the copy stands to what it is a copy of. */
    @Schema(name = "ReconciliationCopyState")
    public enum State {
        AGREES,
        DIFFERS,
        MOVING,
        NOT_TOLD
    }

    /** One amount, added up on both sides. */
    @Schema(name = "ReconciliationTotal", description = "One amount, added up on both sides, in euros.")
    public record Total(
            @Schema(required = true, examples = "paid") String amount,

            @Schema(required = true, description = "By the owner's digest.", examples = "1250000.00")
            String owned,

            @Schema(required = true, description = "Here.", examples = "1250000.00")
            String kept) {}
}
