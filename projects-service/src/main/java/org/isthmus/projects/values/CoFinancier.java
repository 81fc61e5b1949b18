package org.isthmus.projects.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
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
        @Nullable @Size(max = 2000) String note) {

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
                        known.note));
    }

    public CoFinancier of(UUID organisation, String reference) {
        return new CoFinancier(organisation, reference, name, amount, source, note);
    }
}
