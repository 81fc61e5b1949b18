package org.isthmus.funding.budgetline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A budget line as an officer enters it. */
@Schema(name = "NewBudgetLine")
record NewBudgetLine(
        @NotBlank
        @Size(max = 40)
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]*",
                message = "letters, digits, blanks and . _ - belong here, such as 19 10 01 04")
        @Schema(required = true, examples = "19 02 01")
        String code,

        @NotNull @Schema(required = true) Text title,

        @Nullable @Size(max = 60) @Schema(examples = "THEMATIC-MIGR")
        String programmeCode) {}
