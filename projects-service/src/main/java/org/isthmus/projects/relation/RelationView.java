package org.isthmus.projects.relation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** A relation to another project. */
@Schema(name = "ProjectRelation", description = "A relation to another project, as seen from this one.")
public record RelationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "HAS_PART") RelationType type,
        @Schema(required = true) ProjectLink project,

        @Nullable @Schema(description = "Where it is said.") Source source,

        @Nullable @Schema(description = "What else is to be known of it.")
        String note) {

    public static RelationView of(RelatedProject related, ProjectLink project) {
        return new RelationView(related.relationId(), related.type(), project, related.source(), related.note());
    }

    /** Another project. */
    @Schema(name = "ProjectLink")
    public record ProjectLink(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "JMDI-GH") String reference) {}
}
