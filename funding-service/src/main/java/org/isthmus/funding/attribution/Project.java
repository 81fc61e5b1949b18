package org.isthmus.funding.attribution;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of {@code projects.projects}: to what the project's money belongs. */
public record Project(
        UUID projectId,
        int version,
        String reference,
        boolean published,
        @Nullable String programme,
        @Nullable List<Share> strands,
        @Nullable List<Share> countries) {}
