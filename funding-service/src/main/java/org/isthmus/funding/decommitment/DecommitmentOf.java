package org.isthmus.funding.decommitment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;

/** A decommitment as a row of a batch, where no path names the commitment. */
@JsonTypeName("DECOMMIT")
@Schema(description = "Money given back of a commitment, as a row of a batch.")
public record DecommitmentOf(
        @NotNull @Schema(required = true) UUID commitmentId,
        @NotNull @Schema(required = true) Money amount,

        @NotNull
        @MoneyDate
        @HasCome(groups = HasCome.Meaning.class)
        @Schema(
                required = true,
                description =
                        "The day; of a commitment of the past also the month or year, as far as a source tells it.")
        PartialDate effectiveOn,

        @NotBlank @Size(max = 2000) @Schema(required = true) String reason)
        implements MovementRequest {

    NewDecommitment asked() {
        return new NewDecommitment(amount, effectiveOn, reason);
    }
}
