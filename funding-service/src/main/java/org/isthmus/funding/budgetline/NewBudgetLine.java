package org.isthmus.funding.budgetline;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A budget line as an officer enters or corrects it; what it holds is changed by movements alone. */
@Schema(name = "NewBudgetLine")
record NewBudgetLine(
        @Reference
        @NotBlank
        @Size(max = 40)
        @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9 ._-]*",
                message = "letters, digits, blanks and . _ - belong here, such as 19 10 01 04")
        @Schema(required = true, examples = "19 02 01", description = "Never changes once it is entered.")
        String code,

        @NotNull @Schema(required = true) Text title,

        @Nullable
        @Size(max = 200)
        @Schema(description = "The heading of the nomenclature that it stands under.", examples = "19 02")
        String heading,

        @Nullable @MoneyDate @Schema(description = "From when the nomenclature has it, as far as it is known.")
        PartialDate from,

        @Nullable @MoneyDate @Schema(description = "Until when; left out while it is open or unknown.")
        PartialDate to,

        @Nullable
        @Size(max = 60)
        @JsonAlias("programmeCode") // its first name, which is still taken
        @Schema(description = "Code of the programme that it pays for.", examples = "THEMATIC-MIGR")
        String programme) {

    /** Notes what is wrong with it, whatever else there is. */
    void check(Faults faults) {
        faults.require(
                from == null || to == null || !from.first().isAfter(to.last()),
                "/to",
                "reversed",
                "It ends before it begins.");
    }
}
