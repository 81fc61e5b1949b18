package org.isthmus.programming.strategypaper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;

/** Finds what a strategy paper stands under and answers, and names what is not there. */
@ApplicationScoped
class ParentDocuments {

    private final ProgrammeRegister programmes;
    private final StrategyPapers papers;

    ParentDocuments(ProgrammeRegister programmes, StrategyPapers papers) {
        this.programmes = programmes;
        this.papers = papers;
    }

    ProgrammeRegister.Known of(StrategyPaperContent draft) {
        Optional<ProgrammeRegister.Known> programme = programmes.find(draft.programmeCode());
        Faults faults = new Faults()
                .require(
                        programme.isPresent(),
                        "/programmeCode",
                        "programme-unknown",
                        "There is no programme '%s'.".formatted(draft.programmeCode()));
        Set<UUID> recommendations = papers.knownRecommendations(draft.answersRecommendations());
        for (int i = 0; i < draft.answersRecommendations().size(); i++) {
            UUID id = draft.answersRecommendations().get(i);
            faults.require(
                    recommendations.contains(id),
                    "/answersRecommendations/" + i,
                    "recommendation-unknown",
                    "There is no recommendation %s.".formatted(id));
        }
        faults.refuseIfAny(
                Refusal.Kind.INVALID, "strategy-paper-invalid", "The strategy paper names what is not known");
        return programme.orElseThrow();
    }

    ProgrammeRegister.Known of(StrategyPaper paper) {
        return programmes.find(paper.programmeId()).orElseThrow();
    }
}
