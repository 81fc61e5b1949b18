package org.isthmus.funding.historical;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** A commitment of the past as a document tells it. */
@Schema(description = "A commitment of the past, read in a document.")
record HistoricalCommitment(
        @NotNull @Schema(required = true) UUID projectId,

        @Reference @NotBlank @Size(max = 200) @Schema(required = true, examples = "HC TI-MOLDOVA-2009")
        String reference,

        @NotNull @Schema(required = true) Money amount,

        @Nullable
        @MoneyDate
        @HasCome(groups = HasCome.Meaning.class)
        @Schema(
                description =
                        "The year, month or day that a source gives, of a year that the books do not keep; left out"
                                + " when none does.")
        PartialDate effectiveOn,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Historical: EC contribution as printed")
        String reason,

        @NotNull @Valid @Schema(required = true, description = "The document that it was read in.")
        Source source) {

    /** The same among commitments of every kind. */
    NewCommitment asked() {
        return new NewCommitment(
                CommitmentKind.HISTORICAL, projectId, reference, amount, effectiveOn, null, reason, source);
    }
}
