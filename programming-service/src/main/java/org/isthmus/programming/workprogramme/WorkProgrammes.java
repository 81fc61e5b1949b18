package org.isthmus.programming.workprogramme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** All work programmes. */
@ApplicationScoped
class WorkProgrammes implements PanacheRepositoryBase<WorkProgramme, UUID> {

    WorkProgramme get(UUID id) {
        return findLocked(id)
                .orElseThrow(() ->
                        Refusal.notFound("work-programme-unknown", "There is no work programme %s".formatted(id)));
    }

    Optional<WorkProgramme> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<WorkProgramme> findByReference(String reference) {
        return find("heading.reference", reference).firstResultOptional();
    }

    /** The other work programme that stands for the same year and part, if there is one. */
    Optional<WorkProgramme> findTwin(UUID id, UUID indicativeProgrammeId, int year, @Nullable Integer part) {
        return find("heading.indicativeProgrammeId = ?1 and heading.year = ?2", indicativeProgrammeId, year).stream()
                .filter(other -> !other.id().equals(id) && other.isStandingFor(part))
                .findFirst();
    }

    /** What the other adopted work programmes under the same indicative programme take. */
    List<AdoptionRules.Sibling> adoptedBeside(WorkProgramme programme) {
        return find("heading.indicativeProgrammeId", programme.heading().indicativeProgrammeId()).stream()
                .filter(other -> !other.id().equals(programme.id())
                        && other.workflow().status().isPublic())
                .map(other -> new AdoptionRules.Sibling(other.heading().year(), other.actions()))
                .toList();
    }
}
