package org.isthmus.kit.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a computation of all seals of a table found. */
@Schema(description = "What a computation of all seals found.")
public record SealVerification(
        @Schema(required = true, description = "False when a sealed row was changed, removed, added or swapped.")
        boolean intact,

        @Schema(required = true, description = "Seals computed again.")
        long seals,

        @Schema(required = true, description = "Rows under them.")
        long rows,

        @Nullable @Schema(description = "Number of the first seal that does not fit its rows.")
        Long firstBroken,

        @Schema(required = true, description = "Rows among the sealed ones that no seal covers.")
        long leftOut,

        @Schema(required = true, description = "Rows whose content is not the one that was sealed.")
        long altered,

        @Schema(required = true, description = "Rows whose content was erased, which their seals withstand.")
        long erased,

        @Schema(
                required = true,
                description = "The last seal; compare it with the service's log, which tells each seal as it is made.")
        String lastSeal) {}
