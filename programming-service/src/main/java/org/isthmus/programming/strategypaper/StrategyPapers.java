package org.isthmus.programming.strategypaper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** All strategy papers. */
@ApplicationScoped
class StrategyPapers implements PanacheRepositoryBase<StrategyPaper, UUID> {

    StrategyPaper get(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() ->
                        Refusal.notFound("strategy-paper-unknown", "There is no strategy paper %s".formatted(id)));
    }

    Optional<StrategyPaper> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    /**
     * Those of the ids that stand for a recommendation.
     *
     * <p>By SQL, because evaluations already know strategy papers and rooms form no cycles.
     */
    @SuppressWarnings("unchecked")
    Set<UUID> knownRecommendations(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<UUID> known = getEntityManager()
                .createNativeQuery(
                        "select id from recommendation_document where id in (:ids) and superseded_at is null",
                        UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        return new HashSet<>(known);
    }
}
