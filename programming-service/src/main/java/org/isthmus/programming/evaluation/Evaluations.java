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
                .orElseThrow(() -> unknown(recommendationId));
    }

    static Refusal unknown(UUID recommendationId) {
        return Refusal.notFound("recommendation-unknown", "There is no recommendation %s".formatted(recommendationId));
    }

    Evaluation get(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("evaluation-unknown", "There is no evaluation %s".formatted(id)));
    }

    void add(Evaluation evaluation) {
        persist(evaluation);
        flush();
        register(evaluation);
    }

    /** Makes its recommendations findable, those too that a correction added. */
    void register(Evaluation evaluation) {
        for (Recommendation recommendation : evaluation.recommendations()) {
            if (getEntityManager().find(RegisteredRecommendation.class, recommendation.id()) == null) {
                getEntityManager().persist(new RegisteredRecommendation(recommendation.id(), evaluation.id()));
            }
        }
    }
}
