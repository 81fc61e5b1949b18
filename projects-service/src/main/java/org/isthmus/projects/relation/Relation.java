package org.isthmus.projects.relation;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Refusal;

/** One relation between two different projects, from the part to the umbrella or from the later to the earlier; never changed. */
@Entity
@Immutable
class Relation {

    @Id
    private UUID id;

    @Enumerated(STRING)
    private RelationType type;

    private UUID fromId;

    private UUID toId;

    Relation() {} // for Hibernate

    /** Turned round where the other direction was named; of two that are funded together the lower id comes first. */
    Relation(RelationType asked, UUID project, UUID other) {
        if (project.equals(other)) {
            throw Refusal.conflict("relation-to-itself", "A project is not related to itself");
        }
        boolean isTurned = asked == RelationType.CO_FUNDED_WITH ? project.compareTo(other) > 0 : !asked.isStored();
        this.id = Ids.next();
        this.type = asked.isStored() ? asked : asked.reversed();
        this.fromId = isTurned ? other : project;
        this.toId = isTurned ? project : other;
    }

    UUID id() {
        return id;
    }

    RelationType type() {
        return type;
    }

    UUID fromId() {
        return fromId;
    }

    UUID toId() {
        return toId;
    }

    boolean isDirected() {
        return type != RelationType.CO_FUNDED_WITH;
    }

    /** As one of its two ends sees it. */
    RelatedProject seenFrom(UUID project) {
        return project.equals(fromId)
                ? new RelatedProject(id, type, toId)
                : new RelatedProject(id, type.reversed(), fromId);
    }
}
