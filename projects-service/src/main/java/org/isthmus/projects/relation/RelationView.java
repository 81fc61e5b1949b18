package org.isthmus.projects.relation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A relation to another project. */
@Schema(name = "ProjectRelation", description = "A relation to another project, as seen from this one.")
public record RelationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "HAS_PART") RelationType type,
        @Schema(required = true) ProjectLink project) {

    /** Another project. */
    @Schema(name = "ProjectLink")
    public record ProjectLink(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "JMDI-GH") String reference) {}
}
