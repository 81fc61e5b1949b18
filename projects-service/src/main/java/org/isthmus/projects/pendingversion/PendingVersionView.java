package org.isthmus.projects.pendingversion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.Schema.True;
import org.jspecify.annotations.Nullable;

/** A pending version as officers and its partner see it; who acted is for officers and auditors only. */
@Schema(
        name = "PendingVersion",
        description = "What a partner wants to change of a public project; the public sees nothing of it.")
public record PendingVersionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) PendingStatus status,
        @Schema(required = true) UUID projectId,
        @Schema(required = true, examples = "JMDI") String projectReference,

        @Schema(required = true, description = "The version of the project that the partner has seen.")
        int baseVersion,

        @Schema(
                required = true,
                implementation = Object.class,
                type = SchemaType.OBJECT,
                additionalProperties = True.class,
                description = "The members of the project as they are to be; null where one is to go.")
        ObjectNode changes,

        @Schema(
                required = true,
                implementation = Object.class,
                type = SchemaType.OBJECT,
                additionalProperties = True.class,
                description = "The same members as they stood; null where there was none.")
        ObjectNode replaced,

        @Schema(required = true, description = "UTC.") Instant proposedAt,

        @Nullable @Schema(description = "When it was published, returned or withdrawn, UTC.")
        Instant decidedAt,

        @Nullable @Schema(description = "Why it was returned.")
        String returnReason,

        @Nullable @Schema(description = "The version of the project that was made of it.")
        Integer publishedVersion,

        @Nullable @Schema(description = "For officers and auditors.")
        String proposedBy,

        @Nullable @Schema(description = "For officers and auditors.")
        String decidedBy) {

    static PendingVersionView of(PendingVersion pending) {
        return of(pending, pending.proposedBy(), pending.decidedBy());
    }

    static PendingVersionView withoutNames(PendingVersion pending) {
        return of(pending, null, null);
    }

    private static PendingVersionView of(
            PendingVersion pending, @Nullable String proposedBy, @Nullable String decidedBy) {
        return new PendingVersionView(
                pending.id(),
                pending.version(),
                pending.status(),
                pending.projectId(),
                pending.projectReference(),
                pending.baseVersion(),
                pending.changes().changes(),
                pending.changes().replaced(),
                pending.proposedAt(),
                pending.decidedAt(),
                pending.returnReason(),
                pending.publishedVersion(),
                proposedBy,
                decidedBy);
    }
}
