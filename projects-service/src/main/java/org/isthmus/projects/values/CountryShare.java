package org.isthmus.projects.values;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Percent;
import org.jspecify.annotations.Nullable;

/** A country of a project, in the role that its source gives it. */
@Schema(name = "ProjectCountry", description = "A country of the project, and what it is to the project.")
public record CountryShare(
        @NotNull
        @Pattern(regexp = "[A-Z]{2}", message = "two capital letters of ISO 3166-1 belong here, such as MD")
        @Schema(required = true, examples = "MD", description = "ISO 3166-1 alpha-2.")
        String code,

        @Nullable @Percent @Schema(implementation = String.class, examples = "100.0000", description = Shares.WORDS)
        BigDecimal share,

        @NotNull @Schema(required = true, examples = "BENEFICIARY")
        CountryRole role,

        @Nullable @Size(max = 200) @Schema(examples = "Republic of Moldova", description = "As the source prints it.")
        String nameAsWritten,

        @Nullable
        @Schema(
                description =
                        "True where no source says what the country is to the project and it was read out of the text.")
        Boolean inferred,

        @Nullable
        @Schema(
                description =
                        "Since when it takes part, where it joined later; totals of an earlier day do not count it.")
        PartialDate from,

        @Nullable
        @Schema(description = "Until when it took part, where it left earlier; totals of a later day do not count it.")
        PartialDate to) {

    public CountryShare {
        share = Shares.scaled(share);
    }

    public static CountryShare of(String code, CountryRole role) {
        return new CountryShare(code, null, role, null, null, null, null);
    }

    public static void check(String pointer, List<CountryShare> countries, Faults faults) {
        Shares.checkByTime(pointer, countries, faults);
        faults.each(
                pointer,
                countries,
                (at, country) -> faults.require(
                        country.from == null
                                || country.to == null
                                || !country.from.first().isAfter(country.to.last()),
                        at,
                        "period-reversed",
                        "%s ends before it begins.".formatted(country.code)));
    }
}
