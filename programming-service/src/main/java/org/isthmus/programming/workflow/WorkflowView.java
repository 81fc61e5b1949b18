package org.isthmus.programming.workflow;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts of a workflow that a document shows. */
public final class WorkflowView {

    private WorkflowView() {}

    /** The committee's opinion. */
    @Schema(name = "CommitteeOpinion", description = "What the committee said, and when.")
    public record Given(
            @Schema(required = true) Opinion opinion,
            @Schema(required = true) LocalDate date) {}

    /** The decision that adopted the document. */
    @Schema(
            name = "Adoption",
            description = "The decision that adopted the document; of a work programme it is the financing decision.")
    public record Adoption(
            @Nullable String financingDecision,

            @Nullable @Schema(description = "The decision, for documents that finance nothing themselves.")
            String decision,

            @Schema(required = true) LocalDate date,
            @Schema(required = true) Opinion opinion) {}

    public static @Nullable Given opinion(Workflow workflow) {
        return workflow.opinion() == null || workflow.opinionOn() == null
                ? null
                : new Given(workflow.opinion(), workflow.opinionOn());
    }

    public static @Nullable Adoption financing(Workflow workflow) {
        return workflow.decidedOn() == null || workflow.opinion() == null
                ? null
                : new Adoption(workflow.decision(), null, workflow.decidedOn(), workflow.opinion());
    }

    public static @Nullable Adoption adoption(Workflow workflow) {
        return workflow.decidedOn() == null || workflow.opinion() == null
                ? null
                : new Adoption(null, workflow.decision(), workflow.decidedOn(), workflow.opinion());
    }

    /** True for what was adopted before these books began, else absent. */
    public static @Nullable Boolean historical(Workflow workflow) {
        return workflow.historicalSource() == null ? null : true;
    }
}
