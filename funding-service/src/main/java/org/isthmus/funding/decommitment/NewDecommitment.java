package org.isthmus.funding.decommitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;

/** What is given back of a commitment. */
@Schema(
        description = "Money given back of a commitment: within its budget year it returns to the allocation, later it"
                + " lapses.")
public record NewDecommitment(
        @NotNull @Schema(required = true) Money amount,

        @NotNull
        @MoneyDate
        @HasCome(groups = HasCome.Meaning.class)
        @Schema(
                required = true,
                description =
                        "The day; of a commitment of the past also the month or year, as far as a source tells it.")
        PartialDate effectiveOn,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Final report accepted, less was spent")
        String reason) {}
