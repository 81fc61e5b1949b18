package org.isthmus.funding.allocation;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Money;

/** What an officer adds to an action's allocation: asked for on its own or as a row of a batch. */
@JsonTypeName("ALLOCATE")
@Schema(description = "Money to add to what is set aside for an action, up to its financing decision.")
public record NewAllocation(
        @NotNull @Schema(required = true) UUID actionId,
        @NotNull @Schema(required = true) Money amount,

        @NotNull @MoneyDate @HasCome(groups = HasCome.Meaning.class) @Schema(required = true)
        LocalDate effectiveOn,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Appropriations arrived by budget amendment 2")
        String reason)
        implements MovementRequest {}
