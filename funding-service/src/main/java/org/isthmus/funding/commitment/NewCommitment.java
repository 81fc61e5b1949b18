package org.isthmus.funding.commitment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** A commitment to book: asked for on its own, as a row of a batch, or by a grant that was signed. */
@JsonTypeName("COMMIT")
@Schema(description = "A commitment of money to a project.")
public record NewCommitment(
        @NotNull @Schema(required = true) CommitmentKind kind,
        @NotNull @Schema(required = true) UUID projectId,

        @Reference
        @NotBlank
        @Size(max = 200)
        @Schema(
                required = true,
                examples = "DCI-MIGR 2008/153-128",
                description = "Unique; free again for the same project once the commitment is reversed.")
        String reference,

        @NotNull @Schema(required = true) Money amount,

        @Nullable
        @MoneyDate
        @HasCome(groups = HasCome.Meaning.class)
        @Schema(
                description = "INDIVIDUAL: the day of the signature. HISTORICAL: the year, month or day that a source"
                        + " gives; left out when none does.")
        PartialDate effectiveOn,

        @Nullable @Schema(description = "The action whose allocation it is drawn from (INDIVIDUAL).")
        UUID actionId,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Grant agreement signed")
        String reason,

        @Nullable @Valid @Schema(description = "The document that it was read in (HISTORICAL).")
        Source source)
        implements MovementRequest {

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isHistorical() {
        return kind == CommitmentKind.HISTORICAL;
    }

    public @Nullable Integer knownYear() {
        return effectiveOn == null ? null : Integer.valueOf(effectiveOn.year());
    }

    /** The first day that it can have been. */
    public @Nullable LocalDate firstDay() {
        return effectiveOn == null ? null : effectiveOn.first();
    }

    /** The day of the signature; what is offered ({@link OfferedCommitment}) sees to it that it is known. */
    public LocalDate day() {
        return Objects.requireNonNull(effectiveOn).first();
    }
}
