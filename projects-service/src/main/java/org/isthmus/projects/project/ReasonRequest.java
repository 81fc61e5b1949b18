package org.isthmus.projects.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done. */
@Schema(name = "UnpublishRequest", description = "Why the project is hidden.")
record ReasonRequest(
        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Participants would be at risk")
        String reason) {}
