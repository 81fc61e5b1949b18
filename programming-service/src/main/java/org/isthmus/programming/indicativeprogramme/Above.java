package org.isthmus.programming.indicativeprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;

/** Finds the strategy paper and the programme that an indicative programme stands under. */
@ApplicationScoped
class Above {

    private final ProgrammeRegister programmes;
    private final StrategyPaperRegister papers;

    Above(ProgrammeRegister programmes, StrategyPaperRegister papers) {
        this.programmes = programmes;
        this.papers = papers;
    }

    /** The strategy paper, and the programme above that. */
    record Line(ProgrammeRegister.Known programme, StrategyPaperRegister.Known paper) {}

    Line of(IndicativeProgrammeDraft draft) {
        Optional<StrategyPaperRegister.Known> paper = papers.find(draft.strategyPaperReference());
        new Faults()
                .require(
                        paper.isPresent(),
                        "/strategyPaperReference",
                        "strategy-paper-unknown",
                        "There is no strategy paper '%s'.".formatted(draft.strategyPaperReference()))
                .refuseIfAny(Refusal.Kind.INVALID, "indicative-programme-invalid", "The strategy paper is not known");
        return line(paper.orElseThrow());
    }

    Line of(IndicativeProgramme programme) {
        return line(papers.find(programme.strategyPaperId()).orElseThrow());
    }

    private Line line(StrategyPaperRegister.Known paper) {
        return new Line(programmes.find(paper.programmeId()).orElseThrow(), paper);
    }
}
