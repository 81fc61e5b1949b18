package org.isthmus.projects.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** One change of status, when and why; never changed. */
@Schema(name = "ProjectMove", description = "A change of status with its date and reason.")
record Move(
        @Nullable @Schema(description = "Absent where the project was entered in this status.")
        ProjectStatus from,

        @Schema(required = true) ProjectStatus to,

        @Nullable @Schema(description = "Absent where no source names it.")
        PartialDate date,

        @Schema(required = true) String reason) {}
