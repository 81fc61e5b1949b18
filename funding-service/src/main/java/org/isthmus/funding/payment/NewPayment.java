package org.isthmus.funding.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;

/** A payment that an officer asks for. */
@Schema(description = "A payment on a commitment; somebody else authorises it, a third person executes it.")
record NewPayment(
        @NotNull @Schema(required = true) UUID commitmentId,
        @NotNull @Schema(required = true) PaymentKind kind,
        @NotNull @Schema(required = true) Money amount,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Pre-financing, 80 % of the first year")
        String reason) {}
