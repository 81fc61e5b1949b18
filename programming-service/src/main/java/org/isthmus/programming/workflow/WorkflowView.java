package org.isthmus.programming.workflow;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** How far a document has come, as it shows it among its own members. */
public record WorkflowView(
        @Schema(required = true) DocumentStatus status,
        @Nullable Given opinion,
        @Nullable Adoption adoption,
        @Nullable String withdrawnBecause,
        @Nullable LocalDate withdrawnOn,
        @Nullable Boolean historical,
        @Nullable Source historicalSource) {

    /** Of a document that finances nothing itself. */
    public static WorkflowView of(Workflow workflow) {
        return new WorkflowView(
                workflow.status(),
                opinion(workflow),
                adoption(workflow),
                workflow.withdrawnBecause(),
                workflow.withdrawnOn(),
                workflow.isHistorical() ? true : null,
                workflow.historicalSource());
    }

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

    private static @Nullable Adoption adoption(Workflow workflow) {
        return workflow.decidedOn() == null || workflow.opinion() == null
                ? null
                : new Adoption(null, workflow.decision(), workflow.decidedOn(), workflow.opinion());
    }
}
