package org.isthmus.projects.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.isthmus.projects.values.Amounts.Accuracy;
import org.jspecify.annotations.Nullable;

/** Somebody else who pays for a project: of the register, or only known by name. */
@Schema(
        name = "CoFinancier",
        description =
                "Somebody else who pays: an organisation of the register, or a name; the amount where it is known.")
public record CoFinancier(
        @Nullable UUID organisationId,

        @Nullable @Size(max = 100) @Schema(examples = "STATE-CH")
        String organisationReference,

        @Nullable @Size(max = 300) String name,
        @Nullable Money amount,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 2000) String note,

        @Nullable @Schema(description = "Left out where the source prints the exact amount.")
        Accuracy accuracy) {

    @AssertTrue(message = "a co-financier is named by id, reference or name")
    @Schema(hidden = true)
    boolean isNamed() {
        return isRegistered() || name != null;
    }

    @Schema(hidden = true)
    public boolean isRegistered() {
        return organisationId != null || organisationReference != null;
    }

    /** The same payer, by its id, its reference or both, with the same amount. */
    public boolean isSameAs(CoFinancier known) {
        return isRegistered() == known.isRegistered()
                && equals(new CoFinancier(
                        organisationId == null ? null : known.organisationId,
                        organisationReference == null ? null : known.organisationReference,
                        known.name,
                        known.amount,
                        known.source,
                        known.note,
                        known.accuracy));
    }

    public CoFinancier of(UUID organisation, String reference) {
        return new CoFinancier(organisation, reference, name, amount, source, note, accuracy);
    }

    /** A programme that pays too; the money counts for the one that {@code programmeCode} names. */
    @Schema(
            name = "OtherProgramme",
            description =
                    "A programme that pays for the project too: of the register by its code, any other by its name."
                            + " Totals by programme count for programmeCode alone, for no source divides the money.")
    public record OtherProgramme(
            @Nullable @Size(max = 100) @Schema(examples = "AENEAS", description = "Of the register.")
            String code,

            @Nullable
            @Size(max = 300)
            @Schema(examples = "Intra-ACP Migration Facility", description = "As the source prints it.")
            String name,

            @Nullable @Valid @Schema(description = "Where it is printed.")
            Source source,

            @Nullable @Size(max = 2000) @Schema(description = "What else is to be known of it.")
            String note) {

        @AssertTrue(message = "a programme is named by its code or its name")
        @Schema(hidden = true)
        boolean isNamed() {
            return code != null || name != null;
        }
    }
}
