package org.isthmus.projects.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.HasCome;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.projects.values.ProjectStatus;
import org.jspecify.annotations.Nullable;

/** One change of status, when and why; never changed. */
@Schema(name = "ProjectMove", description = "A change of status with its date and reason.")
record Move(
        @Nullable @Schema(description = "Absent where the project was entered in this status.")
        ProjectStatus from,

        @Schema(required = true) ProjectStatus to,

        @Nullable @Schema(description = "Absent where no source names it.")
        PartialDate date,

        @Schema(required = true) String reason) {

    /** A change of status, with its date and reason. */
    @Schema(name = "ProjectMoveRequest", description = "The status that the project goes to, when and why.")
    record Request(
            @NotNull @Schema(required = true, examples = "FINALISATION")
            ProjectStatus to,

            @NotNull @HasCome @Schema(required = true) PartialDate date,

            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "All activities are done")
            String reason) {}

    /** Why it is hidden. */
    @Schema(name = "UnpublishRequest", description = "Why the project is hidden.")
    record UnpublishRequest(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Participants would be at risk")
            String reason) {}
}
