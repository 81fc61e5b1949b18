package org.isthmus.projects.printed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** Issues that a project touches across its strands, and whether the source itself says so. */
@Schema(name = "CrossCutting", description = "Issues across strands, and whether the source itself flags them.")
public record CrossCutting(
        @Nullable Boolean flaggedInSource, @Size(max = 100) List<@NotNull Text> issues) {

    public CrossCutting {
        issues = Given.list(issues);
    }
}
