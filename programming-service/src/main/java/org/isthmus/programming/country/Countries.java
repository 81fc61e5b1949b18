package org.isthmus.programming.country;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** All countries. */
@ApplicationScoped
class Countries implements PanacheRepositoryBase<Country, UUID> {

    Country get(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("country-unknown", "There is no country %s".formatted(id)));
    }

    Optional<Country> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
