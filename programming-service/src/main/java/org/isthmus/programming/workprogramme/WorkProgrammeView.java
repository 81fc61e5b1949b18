package org.isthmus.programming.workprogramme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.amendment.Amendment;
import org.isthmus.programming.workflow.DocumentStatus;
import org.isthmus.programming.workflow.WorkflowView;
import org.jspecify.annotations.Nullable;

/** A work programme as readers see it: the text in force, or the draft. */
@Schema(name = "WorkProgramme", description = "What a programme finances in a year: the text in force, or the draft.")
record WorkProgrammeView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "AWP-2010-2") String reference,
        @Schema(required = true) int version,

        @Schema(
                required = true,
                description = "Which adopted text this is: 1 as adopted, more after amendments, 0 for a draft.")
        int edition,

        @Schema(required = true, description = "Code of the programme.")
        String programme,

        @Schema(required = true) IndicativeProgrammeLink indicativeProgramme,
        @Schema(required = true, examples = "2010") int year,
        @Nullable Integer part,
        @Schema(required = true) Text title,
        @Schema(required = true) DocumentStatus status,
        WorkflowView.@Nullable Given opinion,
        WorkflowView.@Nullable Adoption adoption,
        @Nullable String withdrawnBecause,
        @Nullable LocalDate withdrawnOn,
        @Schema(required = true) List<Amendment.InForce> amendments,
        @Schema(required = true) List<Action> actions,
        @Schema(required = true) Money total,
        @Schema(required = true) List<Source> sources) {

    /** The indicative programme that it stands under. */
    record IndicativeProgrammeLink(
            @Schema(required = true) UUID id,
            @Schema(required = true) String reference) {}

    static WorkProgrammeView of(WorkProgramme programme) {
        return new WorkProgrammeView(
                programme.id(),
                programme.heading().reference(),
                programme.version(),
                programme.edition(),
                programme.heading().programmeCode(),
                new IndicativeProgrammeLink(
                        programme.heading().indicativeProgrammeId(),
                        programme.heading().indicativeProgrammeReference()),
                programme.heading().year(),
                programme.heading().part(),
                programme.heading().title(),
                programme.workflow().status(),
                WorkflowView.opinion(programme.workflow()),
                WorkflowView.financing(programme.workflow()),
                programme.workflow().withdrawnBecause(),
                programme.workflow().withdrawnOn(),
                programme.amendments().inForce(),
                programme.actions(),
                programme.total(),
                programme.heading().sources());
    }
}
