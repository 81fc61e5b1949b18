package org.isthmus.projects.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** A number or code under which somebody else knows an organisation, and from when to when it held. */
@Schema(name = "OrganisationIdentifier", description = "An identifier in a scheme, with its validity.")
record Identifier(
        @NotBlank @Size(max = 50) @Schema(required = true, examples = "XM-DAC")
        String scheme,

        @NotBlank @Size(max = 200) @Schema(required = true, examples = "47066")
        String value,

        @Nullable PartialDate from,

        @Nullable @Schema(description = "The last day; an identifier is ended, never removed.")
        PartialDate to) {

    boolean isSameAs(Identifier other) {
        return scheme.equals(other.scheme) && value.equals(other.value);
    }

    @Schema(hidden = true)
    boolean isReversed() {
        return from != null && to != null && from.first().isAfter(to.last());
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
