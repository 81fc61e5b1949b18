package org.isthmus.programming.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** All evaluations. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    Optional<Evaluation> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    /** The evaluation that made a recommendation. */
    Evaluation ofRecommendation(UUID recommendationId) {
        return Optional.ofNullable(getEntityManager().find(RegisteredRecommendation.class, recommendationId))
                .flatMap(known -> findByIdOptional(known.evaluationId(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Refusal.notFound(
                        "recommendation-unknown", "There is no recommendation %s".formatted(recommendationId)));
    }

    void add(Evaluation evaluation) {
        persist(evaluation);
        flush();
        evaluation
                .recommendations()
                .forEach(recommendation ->
                        getEntityManager().persist(new RegisteredRecommendation(recommendation.id(), evaluation.id())));
    }
}
