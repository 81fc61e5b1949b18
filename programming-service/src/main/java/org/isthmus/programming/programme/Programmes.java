package org.isthmus.programming.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** All programmes. */
@ApplicationScoped
class Programmes implements PanacheRepositoryBase<Programme, UUID> {

    Programme get(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("programme-unknown", "There is no programme %s".formatted(id)));
    }

    /**
     * Holds all programmes until the transaction ends: a change of one may change its neighbours in the chain.
     *
     * <p>They change a few times a year, so nobody waits; readers never do.
     */
    void hold() {
        getEntityManager()
                .createNativeQuery("lock table programme in share row exclusive mode")
                .executeUpdate();
    }

    Optional<Programme> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
