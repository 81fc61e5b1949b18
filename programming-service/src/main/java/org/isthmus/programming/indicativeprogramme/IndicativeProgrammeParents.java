package org.isthmus.programming.indicativeprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;

/** Finds the strategy paper and the programme that an indicative programme stands under. */
@ApplicationScoped
class IndicativeProgrammeParents {

    private final ProgrammeRegister programmes;
    private final StrategyPaperRegister papers;

    IndicativeProgrammeParents(ProgrammeRegister programmes, StrategyPaperRegister papers) {
        this.programmes = programmes;
        this.papers = papers;
    }

    /** The strategy paper, and the programme above that. */
    record Parents(ProgrammeRegister.Known programme, StrategyPaperRegister.Known paper) {}

    Parents of(IndicativeProgrammeContent content) {
        Optional<StrategyPaperRegister.Known> paper = papers.find(content.strategyPaperReference());
        new Faults()
                .require(
                        paper.isPresent(),
                        "/strategyPaperReference",
                        "strategy-paper-unknown",
                        "There is no strategy paper '%s'.".formatted(content.strategyPaperReference()))
                .refuseIfAny(Refusal.Kind.INVALID, "indicative-programme-invalid", "The strategy paper is not known");
        return parents(paper.orElseThrow());
    }

    Parents of(IndicativeProgramme programme) {
        return parents(papers.find(programme.strategyPaperId()).orElseThrow());
    }

    private Parents parents(StrategyPaperRegister.Known paper) {
        return new Parents(programmes.find(paper.programmeId()).orElseThrow(), paper);
    }

    @Produces
    BodyCheck<IndicativeProgrammeContent> meaning() {
        return new BodyCheck<>(IndicativeProgrammeContent.class, this::of);
    }
}
