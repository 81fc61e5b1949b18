package org.isthmus.projects.relation;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

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

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    @Nullable
    private String note;

    Relation() {} // for Hibernate

    /** Turned round where the other direction was named; of two that are funded together the lower id comes first. */
    Relation(RelationType asked, UUID project, UUID other, @Nullable Source source, @Nullable String note) {
        if (project.equals(other)) {
            throw Refusal.conflict("relation-to-itself", "A project is not related to itself");
        }
        boolean isTurned = asked == RelationType.CO_FUNDED_WITH ? project.compareTo(other) > 0 : !asked.isStored();
        this.id = Ids.next();
        this.type = asked.isStored() ? asked : asked.reversed();
        this.fromId = isTurned ? other : project;
        this.toId = isTurned ? project : other;
        this.source = source;
        this.note = note;
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

    /** As one of its two ends sees it. */
    RelatedProject seenFrom(UUID project) {
        return project.equals(fromId)
                ? new RelatedProject(id, type, toId, source, note)
                : new RelatedProject(id, type.reversed(), fromId, source, note);
    }
}
