package org.isthmus.projects.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.time.PartialDate;

/** A change of status, with its date and reason. */
@Schema(name = "ProjectMoveRequest", description = "The status that the project goes to, when and why.")
record MoveRequest(
        @NotNull @Schema(required = true, examples = "FINALISATION")
        ProjectStatus to,

        @NotNull @Schema(required = true) PartialDate date,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "All activities are done")
        String reason) {}
