package org.isthmus.programming.strategypaper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.recommendation.RecommendationRegister;

/** Finds what a strategy paper stands under and answers, and names what is not there. */
@ApplicationScoped
class StrategyPaperParents {

    private final ProgrammeRegister programmes;
    private final RecommendationRegister recommendations;

    StrategyPaperParents(ProgrammeRegister programmes, RecommendationRegister recommendations) {
        this.programmes = programmes;
        this.recommendations = recommendations;
    }

    ProgrammeRegister.Known of(StrategyPaperContent content) {
        Optional<ProgrammeRegister.Known> programme = programmes.find(content.programmeCode());
        Faults faults = new Faults()
                .require(
                        programme.isPresent(),
                        "/programmeCode",
                        "programme-unknown",
                        "There is no programme '%s'.".formatted(content.programmeCode()));
        Set<UUID> known = recommendations.known(content.answersRecommendations());
        faults.each(
                "/answersRecommendations",
                content.answersRecommendations(),
                (at, id) -> faults.require(
                        known.contains(id),
                        at,
                        "recommendation-unknown",
                        "There is no recommendation %s.".formatted(id)));
        faults.refuseIfAny(
                Refusal.Kind.INVALID, "strategy-paper-invalid", "The strategy paper names what is not known");
        return programme.orElseThrow();
    }

    ProgrammeRegister.Known of(StrategyPaper paper) {
        return programmes.find(paper.programmeId()).orElseThrow();
    }

    @Produces
    BodyCheck<StrategyPaperContent> meaning() {
        return new BodyCheck<>(StrategyPaperContent.class, this::of);
    }
}
