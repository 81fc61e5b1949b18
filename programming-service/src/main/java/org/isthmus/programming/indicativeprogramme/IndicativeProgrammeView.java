package org.isthmus.programming.indicativeprogramme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.EnvelopeFigure;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.workflow.WorkflowView;

/** An indicative programme as readers see it. */
@Schema(
        name = "IndicativeProgramme",
        description = "How the money of a period is meant to be spread, and how far the document has come.")
record IndicativeProgrammeView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "MIP-2007-2010") String reference,
        @Schema(required = true) int version,
        @Schema(required = true) StrategyPaperLink strategyPaper,

        @Schema(required = true, description = "Code of the programme.")
        String programme,

        @Schema(required = true) Text title,
        @Schema(required = true) Period period,
        @JsonUnwrapped WorkflowView workflow,
        @Schema(required = true) List<IndicativeProgrammeContent.Priority> priorities,
        @Schema(required = true) List<EnvelopeFigure> envelopes,
        @Schema(required = true) List<Source> sources) {

    /** The strategy paper that it stands under. */
    record StrategyPaperLink(
            @Schema(required = true) UUID id,
            @Schema(required = true) String reference) {}

    static IndicativeProgrammeView of(IndicativeProgramme programme) {
        IndicativeProgrammeContent content = programme.content();
        return new IndicativeProgrammeView(
                programme.id(),
                programme.reference(),
                programme.version(),
                new StrategyPaperLink(programme.strategyPaperId(), content.strategyPaperReference()),
                programme.programmeCode(),
                content.title(),
                content.period(),
                WorkflowView.of(programme.workflow()),
                content.priorities(),
                content.envelopes(),
                content.sources());
    }
}
