package org.isthmus.programming.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;

/** Which recommendations are known. An id is registered for good, whatever becomes of its evaluation's text. */
@ApplicationScoped
public class RecommendationRegister {

    private final EntityManager entityManager;
    private final DataSource database;

    RecommendationRegister(EntityManager entityManager, DataSource database) {
        this.entityManager = entityManager;
        this.database = database;
    }

    /** Makes the recommendations of an evaluation findable; those that are known stay as they are. */
    public void register(UUID evaluationId, Collection<UUID> recommendations) {
        for (UUID id : recommendations) {
            if (entityManager.find(RegisteredRecommendation.class, id) == null) {
                entityManager.persist(new RegisteredRecommendation(id, evaluationId));
            }
        }
    }

    /** A correction took them out of their evaluation: nothing may refer to them from now on. */
    public void remove(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            Query.of("update recommendation set removed = true where id = any (?)", ids)
                    .execute(database);
        }
    }

    public Optional<UUID> evaluationOf(UUID recommendation) {
        return Optional.ofNullable(entityManager.find(RegisteredRecommendation.class, recommendation))
                .map(RegisteredRecommendation::evaluationId);
    }

    /** Those of the ids that stand for a recommendation of today. */
    public Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(Query.of("select id from recommendation where id = any (?) and not removed", ids)
                        .list(database, row -> row.uuid("id")));
    }
}
