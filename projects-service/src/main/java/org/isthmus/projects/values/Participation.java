package org.isthmus.projects.values;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organisation of the register in a role in a project. */
@Schema(name = "Participation", description = "An organisation of the register, by id or reference, and its role.")
public record Participation(
        @Nullable UUID organisationId,
        @Nullable @Size(max = 100) @Schema(examples = "IOM") String organisationReference,
        @NotNull @Schema(required = true, examples = "LEAD") OrganisationRole role,

        @Nullable @Size(max = 500) @Schema(examples = "supported institution", description = "As the source puts it.")
        String roleAsWritten) {

    @AssertTrue(message = "an organisation is named by its id or its reference")
    @Schema(hidden = true)
    boolean isNamed() {
        return organisationId != null || organisationReference != null;
    }

    /** The same organisation, by its id, its reference or both, in the same role. */
    public boolean isSameAs(Participation known) {
        return equals(new Participation(
                organisationId == null ? null : known.organisationId,
                organisationReference == null ? null : known.organisationReference,
                known.role,
                known.roleAsWritten));
    }

    public Participation of(UUID organisation, String reference) {
        return new Participation(organisation, reference, role, roleAsWritten);
    }

    public static Participation of(String reference, OrganisationRole role) {
        return new Participation(null, reference, role, null);
    }
}
