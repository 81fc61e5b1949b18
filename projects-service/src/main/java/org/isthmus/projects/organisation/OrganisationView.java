package org.isthmus.projects.organisation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** An organisation as readers see it. */
@Schema(name = "Organisation", description = "A body that takes part in projects.")
record OrganisationView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "IOM") String reference,
        @Schema(required = true) int version,
        @Schema(required = true) Text names,
        @Nullable OrganisationType type,

        @Nullable @Schema(description = "ISO 3166-1 alpha-2.")
        String country,

        @Schema(required = true) List<Identifier> identifiers,
        @Nullable Link parent,
        @Schema(required = true) List<Source> sources) {

    /** Another organisation. */
    @Schema(name = "OrganisationLink")
    record Link(
            @Schema(required = true) UUID id,
            @Schema(required = true) String reference) {}

    static OrganisationView of(Organisation organisation) {
        Organisation parent = organisation.parent();
        OrganisationContent content = organisation.content();
        return new OrganisationView(
                organisation.id(),
                organisation.reference(),
                organisation.version(),
                content.names(),
                content.type(),
                content.country(),
                content.identifiers(),
                parent == null ? null : new Link(parent.id(), parent.reference()),
                content.sources());
    }
}
