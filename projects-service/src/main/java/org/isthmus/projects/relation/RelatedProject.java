package org.isthmus.projects.relation;

import java.util.UUID;

/** A relation as one end sees it: what it is to the other project. */
public record RelatedProject(UUID relationId, RelationType type, UUID other) {}
