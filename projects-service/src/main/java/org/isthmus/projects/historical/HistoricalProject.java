package org.isthmus.projects.historical;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.projects.values.ProjectStatus;

/** Where a project of the past stands, by its sources. */
@Schema(name = "HistoricalProject", description = "A project of the past and the status that its sources tell.")
public record HistoricalProject(
        @NotNull @Schema(required = true) UUID projectId,

        @NotNull @Schema(required = true, examples = "CLOSED")
        ProjectStatus status,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Ended in 2008 by the memo of 2011")
        String reason) {}
