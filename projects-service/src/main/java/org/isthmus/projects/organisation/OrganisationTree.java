package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps the tree of organisations a tree: one change of a parent at a time, and nobody above itself. */
@ApplicationScoped
class OrganisationTree {

    private final DataSource database;
    private final Organisations organisations;

    OrganisationTree(DataSource database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    /** The organisation that is named as the parent of one, or of a new one; null where none is. */
    @Nullable
    Organisation parent(@Nullable UUID organisation, @Nullable UUID parentId) {
        if (parentId == null) {
            return null;
        }
        Locks.lock(database, "tree of organisations");
        Organisation parent = organisations
                .findByIdOptional(parentId)
                .orElseThrow(() -> refused(
                        Refusal.Kind.INVALID, "parent-unknown", "There is no organisation %s.".formatted(parentId)));
        if (organisation != null && isAbove(organisation, parentId)) {
            throw refused(Refusal.Kind.CONFLICT, "parent-cycle", "The parent is this organisation or below it.");
        }
        return parent;
    }

    private boolean isAbove(UUID upper, UUID lower) {
        return Query.of("""
                        with recursive line (id) as (
                            select cast(? as uuid)
                            union
                            select o.parent_id from organisation o join line on o.id = line.id where o.parent_id is not null)
                        select 1 from line where id = ?
                        """, lower, upper).first(database, row -> true).isPresent();
    }

    private static Refusal refused(Refusal.Kind kind, String code, String detail) {
        return new Refusal(kind, code, detail, List.of(Fault.at("/parentId", code, detail)));
    }
}
