package org.isthmus.programming.amendment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.workflow.DocumentStatus;
import org.isthmus.programming.workflow.WorkflowView;
import org.jspecify.annotations.Nullable;

/** An amendment that waits for the committee, as officers see it. */
@Schema(
        name = "PendingAmendment",
        description = "An amendment that waits for the committee; the adopted text stays in force.")
public record AmendmentView(
        @Schema(required = true) UUID workProgrammeId,

        @Schema(required = true, description = "Version of the work programme.")
        int version,

        @Schema(required = true) DocumentStatus status,
        @Schema(required = true) String reason,

        @Schema(required = true, description = "Which threshold it passes.")
        String committeeBecause,

        WorkflowView.@Nullable Given opinion,
        @Schema(required = true) List<Action> actions,
        @Schema(required = true) Money total) {

    public static AmendmentView of(UUID workProgrammeId, int version, Amendment amendment) {
        return new AmendmentView(
                workProgrammeId,
                version,
                amendment.workflow().status(),
                amendment.reason(),
                amendment.committeeBecause(),
                WorkflowView.opinion(amendment.workflow()),
                amendment.actions(),
                Action.total(amendment.actions()));
    }
}
