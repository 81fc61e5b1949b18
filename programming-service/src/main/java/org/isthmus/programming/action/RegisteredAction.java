package org.isthmus.programming.action;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.isthmus.kit.Ids;

/** The id that a reference of an action stands for, for good, and the work programme that it belongs to. */
@Entity
@Immutable
class RegisteredAction {

    @Id
    private UUID id;

    private String reference;
    private UUID workProgrammeId;

    RegisteredAction() {} // for Hibernate

    RegisteredAction(String reference, UUID workProgrammeId) {
        this.id = Ids.next();
        this.reference = reference;
        this.workProgrammeId = workProgrammeId;
    }

    UUID id() {
        return id;
    }

    String reference() {
        return reference;
    }

    UUID workProgrammeId() {
        return workProgrammeId;
    }
}
