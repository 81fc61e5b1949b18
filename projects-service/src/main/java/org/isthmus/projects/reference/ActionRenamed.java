package org.isthmus.projects.reference;

import java.util.UUID;

/** Within the service: an action has another reference or programme now, which its projects show soon. */
public record ActionRenamed(UUID actionId) {}
