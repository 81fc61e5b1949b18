package org.isthmus.projects.reference;

import java.util.UUID;

/** Within the service: an action has another reference or programme now, and its projects show it, in the same transaction. */
public record ActionRenamed(UUID actionId) {}
