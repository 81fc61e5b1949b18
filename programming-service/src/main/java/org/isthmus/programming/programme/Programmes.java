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

    Optional<Programme> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
