package org.isthmus.programming.recommendation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Which evaluation a recommendation belongs to. */
@Entity
@Immutable
@Table(name = "recommendation")
class RegisteredRecommendation {

    @Id
    private UUID id;

    private UUID evaluationId;

    RegisteredRecommendation() {} // for Hibernate

    RegisteredRecommendation(UUID id, UUID evaluationId) {
        this.id = id;
        this.evaluationId = evaluationId;
    }

    UUID evaluationId() {
        return evaluationId;
    }
}
