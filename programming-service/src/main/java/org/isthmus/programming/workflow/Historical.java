package org.isthmus.programming.workflow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;

/** Says that a document was adopted before these books began, and where that is written. */
@Schema(
        name = "HistoricalDocument",
        description = "For a document that was adopted before these books began: what it is and where that is written.")
public record Historical(
        @NotNull DocumentStatus status, @NotNull @Valid Source source) {

    @AssertTrue(message = "A historical document is ADOPTED or CLOSED")
    @Schema(hidden = true)
    boolean isPublic() {
        return status == null || status.isPublic();
    }
}
