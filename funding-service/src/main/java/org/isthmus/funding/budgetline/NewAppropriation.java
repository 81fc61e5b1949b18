package org.isthmus.funding.budgetline;

import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** What the budget authority gives: asked for on its own or as a row of a batch. */
@JsonTypeName("APPROPRIATE")
@Schema(description = "Appropriations that the budget authority gives a line for a year. A negative amount takes back.")
public record NewAppropriation(
        @Reference
        @NotBlank
        @Size(max = 40)
        @Schema(required = true, examples = "19 02 01", description = "Code of the line.")
        String budgetLine,

        @NotNull @Min(1990) @Max(2100) @Schema(required = true, examples = "2010")
        Integer year,

        @NotNull @Schema(required = true, description = "For commitments or for payments: two chains that never mix.")
        Appropriation.Kind kind,

        @NotNull @Schema(required = true) Money amount,

        @NotNull @MoneyDate @HasCome(groups = HasCome.Meaning.class) @Schema(required = true)
        LocalDate effectiveOn,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Budget 2010")
        String reason,

        @Nullable @Valid Source source)
        implements MovementRequest {}
