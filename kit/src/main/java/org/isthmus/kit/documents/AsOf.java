package org.isthmus.kit.documents;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When an answer was true: the position of the last event of the service, and the time. */
@Schema(description = "When the answer was true.")
public record AsOf(
        @Schema(required = true, description = "Position of the service's last event.", examples = "4711")
        long position,

        @Schema(required = true, description = "UTC.") Instant at) {}
