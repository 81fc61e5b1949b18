package org.isthmus.projects.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** All organisations. */
@ApplicationScoped
class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    /** The present state, kept from others until the transaction ends. */
    Organisation get(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(
                        () -> Refusal.notFound("organisation-unknown", "There is no organisation %s".formatted(id)));
    }

    Optional<Organisation> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }
}
