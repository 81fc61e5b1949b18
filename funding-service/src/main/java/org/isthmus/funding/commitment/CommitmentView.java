package org.isthmus.funding.commitment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** A commitment as everybody sees it. */
@Schema(name = "Commitment", description = "Money committed to a project, and what became of it.")
public record CommitmentView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "DCI-MIGR 2008/153-128")
        String reference,

        @Schema(required = true) int version,
        @Schema(required = true) CommitmentKind kind,
        @Schema(required = true) UUID projectId,
        @Nullable UUID actionId,
        @Nullable @Schema(examples = "AWP-2010-2/1") String action,
        @Nullable UUID workProgrammeId,

        @Schema(required = true, description = "Code of the line; HISTORICAL for the past.")
        String budgetLine,

        @Nullable @Schema(description = "Budget year; left out when not even that is known.")
        Integer year,

        @Nullable
        @Schema(
                description =
                        "As far as a source gives it: a day, or for the past a month or a year, of which it counts"
                                + " from the last day; left out when none does.")
        PartialDate effectiveOn,

        @Schema(required = true) String reason,
        @Nullable Source source,

        @Schema(required = true, description = "Entered from a document about the past; nothing is paid on it here.")
        boolean historical,

        @Schema(required = true) CommitmentStatus status,
        @Schema(required = true) Money committed,
        @Schema(required = true) Money decommitted,

        @Nullable @Schema(description = "Left out of the past, of whose payments no source tells.")
        Money paid,

        @Nullable @Schema(description = "Paid back; left out of the past likewise.")
        Money recovered,

        @Nullable
        @Schema(
                description = "Committed, less what is paid and decommitted; left out of the past, of whose payments no"
                        + " source tells.")
        Money outstanding,

        @Nullable
        @Schema(description = "True of the past: no source tells what was paid; left out elsewhere.", examples = "true")
        Boolean paymentsUnknown,

        @Nullable
        @Schema(
                description =
                        "With asOf, true where no source tells whether it was made by the day; left out elsewhere.",
                examples = "true")
        Boolean dateUnknown,

        @Nullable
        @Schema(
                description = "Reference of the umbrella in whose money it is counted: totals count it there; left out"
                        + " elsewhere.",
                examples = "DCI-MIGR 2008/153-000")
        String includedIn,

        @Schema(required = true, description = "The last movement that changed it: /v1/movements/{id}.")
        UUID movementId) {

    @Schema(name = "BookedCommitment")
    public record Booked(
            @JsonUnwrapped CommitmentView commitment,
            @Schema(required = true) Movement movement) {}

    static CommitmentView of(Commitment c) {
        return new CommitmentView(
                c.id(),
                c.reference(),
                c.version(),
                c.kind(),
                c.projectId(),
                c.actionId(),
                c.action(),
                c.workProgrammeId(),
                c.budgetLine(),
                c.year(),
                c.dated(),
                c.reason(),
                c.source(),
                c.isHistorical(),
                c.status(),
                c.committed(),
                c.decommitted(),
                c.isHistorical() ? null : c.paid(),
                c.isHistorical() ? null : Money.zero(Money.EUR),
                c.isHistorical() ? null : c.outstanding(),
                c.isHistorical() ? true : null,
                null,
                null,
                c.movementId());
    }
}
