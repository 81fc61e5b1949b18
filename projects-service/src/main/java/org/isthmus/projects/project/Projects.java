package org.isthmus.projects.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.isthmus.kit.rules.Refusal;

/** All projects. */
@ApplicationScoped
class Projects implements PanacheRepositoryBase<Project, UUID> {

    /** The present state, kept from others until the transaction ends. */
    Project get(UUID id) {
        return findLocked(id).orElseThrow(() -> unknown(id));
    }

    Optional<Project> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The reference of a project's grant, empty where it has none; keeps others from the project until the transaction ends.
     */
    Optional<String> lockGrant(UUID id) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select coalesce(grant_state ->> 'reference', '') from project where id = :id for update",
                        String.class)
                .setParameter("id", id)
                .getResultStream()
                .filter(reference -> !reference.isEmpty())
                .findFirst();
    }

    /** Several at once, always in the same order, so that nobody waits in a circle. */
    List<Project> lock(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<Project> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    static Refusal unknown(UUID id) {
        return Refusal.notFound("project-unknown", "There is no project %s".formatted(id));
    }
}
