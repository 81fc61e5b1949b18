package org.isthmus.programming.indicativeprogramme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** All indicative programmes. */
@ApplicationScoped
class IndicativeProgrammes implements PanacheRepositoryBase<IndicativeProgramme, UUID> {

    IndicativeProgramme get(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound(
                        "indicative-programme-unknown", "There is no indicative programme %s".formatted(id)));
    }

    Optional<IndicativeProgramme> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }
}
