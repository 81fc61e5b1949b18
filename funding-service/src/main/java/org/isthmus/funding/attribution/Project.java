package org.isthmus.funding.attribution;

import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What we read of {@code projects.projects}: to what the project's money belongs. */
public record Project(
        UUID projectId,
        int version,
        String reference,
        boolean published,
        @Nullable String programme,
        @Nullable UUID actionId,
        @Nullable UUID partOf,
        @Nullable Contribution contribution,
        @Nullable Attribution attribution) {

    /** What the Union pays by the current figure. */
    public record Contribution(@Nullable Money amount) {}
}
