package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps the tree of organisations a tree: one change of a parent at a time, and nobody above itself. */
@ApplicationScoped
class Ancestry {

    private static final long LOCK = 0x0A6CE;

    private final EntityManager database;

    Ancestry(EntityManager database) {
        this.database = database;
    }

    void check(@Nullable UUID organisation, @Nullable UUID parent) {
        if (parent == null) {
            return;
        }
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
        if (!exists(parent)) {
            throw refused(Refusal.Kind.INVALID, "parent-unknown", "There is no organisation %s.".formatted(parent));
        }
        if (organisation != null && isAbove(organisation, parent)) {
            throw refused(Refusal.Kind.CONFLICT, "parent-cycle", "The parent is this organisation or below it.");
        }
    }

    private boolean exists(UUID organisation) {
        return !database.createNativeQuery("select 1 from organisation where id = :id")
                .setParameter("id", organisation)
                .getResultList()
                .isEmpty();
    }

    private boolean isAbove(UUID upper, UUID lower) {
        return !database.createNativeQuery("""
                        with recursive line (id) as (
                            select cast(:lower as uuid)
                            union
                            select o.parent_id from organisation o join line on o.id = line.id where o.parent_id is not null)
                        select 1 from line where id = :upper
                        """)
                .setParameter("lower", lower)
                .setParameter("upper", upper)
                .getResultList()
                .isEmpty();
    }

    private static Refusal refused(Refusal.Kind kind, String code, String detail) {
        return new Refusal(kind, code, detail, List.of(Fault.at("/parentId", code, detail)));
    }
}
