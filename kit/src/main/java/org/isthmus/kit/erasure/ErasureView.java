package org.isthmus.kit.erasure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An erasure: asked for by one person, carried out by a second one. */
@Schema(name = "Erasure", description = "Texts that were to be erased, and what was erased.")
record ErasureView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,

        @Schema(required = true, description = "Id of the thing whose texts they are.")
        UUID thing,

        @Nullable @Schema(description = "The first of the versions; absent: only what the audit log holds.")
        Integer first,

        @Nullable @Schema(description = "The last of the versions.")
        Integer last,

        @Schema(required = true) String reason,

        @Schema(required = true, description = "Who asked for it.")
        String requestedBy,

        @Schema(required = true, description = "UTC.") Instant requestedAt,

        @Nullable @Schema(description = "The second person, who had it done.")
        String confirmedBy,

        @Nullable @Schema(description = "UTC.") Instant confirmedAt,

        @Nullable @Schema(description = "How many versions lost their texts.")
        Integer versions,

        @Nullable @Schema(description = "How many lines of the audit log lost their content.")
        Integer lines,

        @Nullable @Schema(description = "How many stored events lost their payload.")
        Integer events) {

    /** How far an erasure is. */
    @Schema(
            name = "ErasureStatus",
            description = "REQUESTED: a second person has not confirmed it. DONE: the texts are gone.")
    enum Status {
        REQUESTED,
        DONE
    }
}
