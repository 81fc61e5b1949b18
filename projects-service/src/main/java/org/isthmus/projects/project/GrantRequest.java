package org.isthmus.projects.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.money.Money;

/** A grant agreement as it was signed. */
@Schema(name = "GrantSignature", description = "A grant agreement as it was signed, and the action that pays for it.")
record GrantRequest(
        @NotBlank @Size(max = 100) @Schema(required = true, examples = "DCI-MIGR 2010/229-653")
        String reference,

        @NotNull @Schema(required = true) Money amount,

        @NotNull @Schema(required = true, examples = "2010-12-10")
        LocalDate signedOn,

        @NotNull @Schema(required = true) UUID actionId) {}
