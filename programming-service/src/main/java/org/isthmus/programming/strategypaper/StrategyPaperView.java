package org.isthmus.programming.strategypaper;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.workflow.WorkflowView;
import org.jspecify.annotations.Nullable;

/** A strategy paper as readers see it. */
@Schema(
        name = "StrategyPaper",
        description = "What a programme is for in a period, its priorities, and how far it has come.")
record StrategyPaperView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "TSP-2011-2013") String reference,
        @Schema(required = true) int version,
        @Schema(required = true) PaperProgramme programme,
        @Schema(required = true) Text title,
        @Schema(required = true) Period period,
        @JsonUnwrapped WorkflowView workflow,
        @Nullable Text analysis,
        List<StrategyPaperContent.Priority> priorities,
        List<UUID> answersRecommendations,
        List<Source> sources) {

    /** The programme that the paper belongs to. */
    @Schema(name = "ProgrammeOfPaper")
    record PaperProgramme(
            @Schema(required = true) UUID id,
            @Schema(required = true) String code) {}

    static StrategyPaperView of(StrategyPaper paper) {
        StrategyPaperContent content = paper.content();
        return new StrategyPaperView(
                paper.id(),
                paper.reference(),
                paper.version(),
                new PaperProgramme(paper.programmeId(), content.programmeCode()),
                content.title(),
                content.period(),
                WorkflowView.of(paper.workflow()),
                content.analysis(),
                content.priorities(),
                content.answersRecommendations(),
                content.sources());
    }
}
