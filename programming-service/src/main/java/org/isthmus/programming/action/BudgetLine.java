package org.isthmus.programming.action;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Reference;

/** The line of the budget, and the year, that pays an action. */
@Schema(name = "BudgetLineOfAction", description = "The line of the budget, and the year, that pays.")
public record BudgetLine(
        @Reference @NotBlank @Size(max = 50) @Schema(examples = "19 02 01", required = true)
        String code,

        @Min(1900) @Max(2200) @Schema(examples = "2010", required = true)
        int year) {}
