package org.isthmus.funding.commitment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.sources.Source;
import org.isthmus.kit.time.PartialDate.Precision;
import org.jspecify.annotations.Nullable;

/** A commitment to book: asked for on its own, as a row of a batch, or by a grant that was signed. */
@Schema(description = "A commitment of money to a project.")
public record NewCommitment(
        @NotNull @Schema(required = true) CommitmentKind kind,
        @NotNull @Schema(required = true) UUID projectId,

        @NotBlank
        @Size(max = 200)
        @Schema(required = true, examples = "DCI-MIGR 2008/153-128", description = "Unique, never used again.")
        String reference,

        @NotNull @Schema(required = true) Money amount,

        @NotNull
        @MoneyDate
        @Schema(required = true, description = "The day of the signature; for the past its first possible day.")
        LocalDate effectiveOn,

        @Nullable @Schema(description = "How much of that day is known; DAY unless said otherwise.")
        Precision effectiveOnPrecision,

        @Nullable @Schema(description = "False when not even the year is known (HISTORICAL only).")
        Boolean yearKnown,

        @Nullable @Schema(description = "The action whose allocation it is drawn from (INDIVIDUAL).")
        UUID actionId,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Grant agreement signed")
        String reason,

        @Nullable @Valid @Schema(description = "The document that it was read in (HISTORICAL).")
        Source source)
        implements MovementRequest {

    @Schema(hidden = true)
    boolean isHistorical() {
        return kind == CommitmentKind.HISTORICAL;
    }

    @Nullable
    Integer knownYear() {
        return Boolean.FALSE.equals(yearKnown) ? null : Integer.valueOf(effectiveOn.getYear());
    }

    Precision precision() {
        return effectiveOnPrecision == null ? Precision.DAY : effectiveOnPrecision;
    }
}
