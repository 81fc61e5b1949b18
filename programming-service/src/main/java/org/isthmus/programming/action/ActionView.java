package org.isthmus.programming.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action on its own, with the work programme that holds it. */
@Schema(name = "Action", description = "A priority action on its own, with the work programme that holds it.")
record ActionView(
        @JsonUnwrapped Action action,

        @Schema(required = true, description = "Version of the work programme that this is from.")
        int version,

        @Schema(required = true) WorkProgrammeLink workProgramme,

        @Schema(required = true, description = "Code of the programme.")
        String programme,

        @Schema(required = true) String indicativeProgramme,
        @Schema(required = true) int year,

        @Schema(required = true, description = "Status of the work programme.")
        String status) {

    /** The work programme that holds the action. */
    @Schema(name = "WorkProgrammeLink")
    record WorkProgrammeLink(
            @Schema(required = true) UUID id,
            @Schema(required = true) String reference) {}

    static ActionView of(Action action, Actions.Home home) {
        return new ActionView(
                action,
                home.version(),
                new WorkProgrammeLink(home.workProgrammeId(), home.reference()),
                home.programme(),
                home.indicativeProgramme(),
                home.year(),
                home.status().name());
    }
}
