package org.isthmus.projects.relation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one project is to another. Only the first three are stored; {@link #reversed()} is how the other end shows it.
 */
@Schema(name = "ProjectRelationType")
public enum RelationType {
    PART_OF,
    FOLLOWS,
    CO_FUNDED_WITH,
    HAS_PART,
    FOLLOWED_BY;

    public RelationType reversed() {
        return switch (this) {
            case PART_OF -> HAS_PART;
            case HAS_PART -> PART_OF;
            case FOLLOWS -> FOLLOWED_BY;
            case FOLLOWED_BY -> FOLLOWS;
            case CO_FUNDED_WITH -> CO_FUNDED_WITH;
        };
    }

    /** As it is stored: from the part to the umbrella, from the later to the earlier. */
    boolean isStored() {
        return switch (this) {
            case PART_OF, FOLLOWS, CO_FUNDED_WITH -> true;
            case HAS_PART, FOLLOWED_BY -> false;
        };
    }
}
