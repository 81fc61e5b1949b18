package org.isthmus.projects.relation;

import java.util.UUID;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** A relation as one end sees it: what it is to the other project. */
public record RelatedProject(
        UUID relationId,
        RelationType type,
        UUID other,
        @Nullable Source source,
        @Nullable String note) {}
