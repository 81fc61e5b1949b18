package org.isthmus.projects.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.CountryCode;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** What is said of an organisation. */
@Schema(name = "OrganisationDraft", description = "What is said of an organisation.")
record OrganisationContent(
        @Reference
        @NotBlank
        @Size(max = 100)
        @Schema(required = true, examples = "IOM", description = "Unique, never reused.")
        String reference,

        @NotNull @Schema(required = true) Text names,

        @Nullable @Schema(examples = "INTERNATIONAL_ORGANISATION")
        OrganisationType type,

        @Nullable @CountryCode @Schema(examples = "CH", pattern = "[A-Z]{2}", description = "ISO 3166-1 alpha-2.")
        String country,

        @Size(max = 100) List<@NotNull @Valid Identifier> identifiers,

        @Nullable @Schema(description = "The organisation that this one is part of.")
        UUID parentId,

        @Size(max = 100) List<@NotNull @Valid Source> sources) {

    OrganisationContent {
        identifiers = Given.list(identifiers);
        sources = Given.list(sources);
    }

    void check(Faults faults) {
        List<Identifier> before = new ArrayList<>();
        faults.each("/identifiers", identifiers, (at, identifier) -> {
            IdentifierSchemes.check(identifier.scheme(), at + "/scheme", faults);
            faults.require(
                    !identifier.isReversed(),
                    at,
                    "validity-reversed",
                    "%s ends before it begins.".formatted(identifier));
            faults.require(
                    before.stream().noneMatch(identifier::isSameAs),
                    at,
                    "named-twice",
                    "%s is named before.".formatted(identifier));
            before.add(identifier);
        });
    }
}
