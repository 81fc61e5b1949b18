package org.isthmus.projects.relation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * All relations.
 *
 * <p>Neither part-of nor follows ever leads back to where it began, whoever writes at the same time: relations are added
 * one at a time. A project is part of one umbrella at most.
 */
@ApplicationScoped
public class Relations implements PanacheRepositoryBase<Relation, UUID> {

    private final DataSource database;

    Relations(DataSource database) {
        this.database = database;
    }

    public RelatedProject add(
            RelationType type, UUID project, UUID other, @Nullable Source source, @Nullable String note) {
        Relation relation = new Relation(type, project, other, source, note);
        Locks.lock(database, "relations");
        if (count("type = ?1 and fromId = ?2 and toId = ?3", relation.type(), relation.fromId(), relation.toId()) > 0) {
            throw Refusal.conflict("relation-exists", "These two projects are related like this already");
        }
        if (relation.type() != RelationType.CO_FUNDED_WITH
                && isReachable(relation.type(), relation.toId(), relation.fromId())) {
            throw Refusal.conflict(
                    "relation-cycle", "The other project leads back to this one by %s".formatted(relation.type()));
        }
        if (relation.type() == RelationType.PART_OF
                && count("type = ?1 and fromId = ?2", relation.type(), relation.fromId()) > 0) {
            throw Refusal.conflict(
                    "part-of-another", "A project is part of one umbrella at most, so that each euro counts once");
        }
        persist(relation);
        return relation.seenFrom(project);
    }

    public void remove(UUID project, UUID relationId) {
        delete(find(project, relationId));
    }

    public RelatedProject get(UUID project, UUID relationId) {
        return find(project, relationId).seenFrom(project);
    }

    private Relation find(UUID project, UUID relationId) {
        return findByIdOptional(relationId)
                .filter(known -> known.fromId().equals(project) || known.toId().equals(project))
                .orElseThrow(() -> unknown(relationId));
    }

    public static Refusal unknown(UUID relationId) {
        return Refusal.notFound("relation-unknown", "The project has no relation %s".formatted(relationId));
    }

    /** All relations of a project, in both directions. */
    public List<RelatedProject> of(UUID project) {
        return list("fromId = ?1 or toId = ?1", project).stream()
                .map(relation -> relation.seenFrom(project))
                .sorted(Comparator.comparing(RelatedProject::type).thenComparing(RelatedProject::relationId))
                .toList();
    }

    private boolean isReachable(RelationType type, UUID from, UUID to) {
        return !getEntityManager()
                .createNativeQuery("""
                        with recursive way (id) as (
                            select cast(:from as uuid)
                            union
                            select r.to_id from relation r join way on r.from_id = way.id where r.type = :type)
                        select 1 from way where id = :to
                        """)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("type", type.name())
                .getResultList()
                .isEmpty();
    }
}
