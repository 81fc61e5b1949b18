package org.isthmus.projects.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A body that takes part in projects.
 *
 * <p>Its reference never changes. An identifier may end but is never removed, so that old papers still lead here. It is
 * never its own ancestor ({@link Ancestry}).
 */
@Entity
class Organisation {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    private String reference;

    @Nullable
    private UUID parentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private OrganisationDraft content;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Organisation() {}

    Organisation(OrganisationDraft draft) {
        Faults faults = new Faults();
        draft.check(faults);
        refuse(faults);
        this.id = Ids.next();
        this.reference = draft.reference();
        this.parentId = draft.parentId();
        this.content = draft;
    }

    /** False when nothing is said that was not said before. */
    boolean revise(OrganisationDraft draft) {
        Faults faults = new Faults();
        draft.check(faults);
        faults.require(
                draft.reference().equals(reference),
                "/reference",
                "reference-fixed",
                "The reference %s stays.".formatted(reference));
        for (Identifier known : content.identifiers()) {
            faults.require(
                    draft.identifiers().stream().anyMatch(known::isSameAs),
                    "/identifiers",
                    "identifier-removed",
                    "%s was valid once: give it an end, don't remove it.".formatted(known));
        }
        refuse(faults);
        if (draft.equals(content)) {
            return false;
        }
        parentId = draft.parentId();
        content = draft;
        return true;
    }

    private static void refuse(Faults faults) {
        faults.refuseIfAny(Refusal.Kind.INVALID, "organisation-invalid", "The organisation can't be kept like this");
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String reference() {
        return reference;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    OrganisationDraft content() {
        return content;
    }
}
