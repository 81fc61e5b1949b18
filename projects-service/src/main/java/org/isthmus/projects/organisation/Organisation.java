package org.isthmus.projects.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A body that takes part in projects.
 *
 * <p>Its reference never changes. An identifier may end but is never removed, so that old papers still lead here. It is
 * never its own ancestor ({@link OrganisationTree}).
 */
@Entity
class Organisation extends Aggregate {

    private String reference;

    @Nullable
    @SuppressWarnings("UnusedVariable") // SQL reads what Java only writes
    private UUID parentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private OrganisationContent content;

    @Transient
    private @Nullable Organisation parent;

    Organisation() {} // for Hibernate

    /** @param parent the one that the content names; null where it names none */
    Organisation(OrganisationContent content, @Nullable Organisation parent) {
        Faults faults = new Faults();
        content.check(faults);
        refuse(faults);
        this.reference = content.reference();
        this.content = content;
        this.parent = parent;
        this.parentId = content.parentId();
    }

    /** Saying the same again changes nothing. */
    void revise(OrganisationContent revised, @Nullable Organisation newParent) {
        Faults faults = new Faults();
        revised.check(faults);
        faults.require(
                revised.reference().equals(reference),
                "/reference",
                "reference-fixed",
                "The reference %s stays.".formatted(reference));
        for (Identifier known : content.identifiers()) {
            faults.require(
                    revised.identifiers().stream().anyMatch(known::isSameAs),
                    "/identifiers",
                    "identifier-removed",
                    "%s was valid once: give it an end, don't remove it.".formatted(known));
        }
        refuse(faults);
        parent = newParent;
        if (!revised.equals(content)) {
            parentId = revised.parentId();
            content = revised;
        }
    }

    private static void refuse(Faults faults) {
        faults.refuseIfAny(Refusal.Kind.INVALID, "organisation-invalid", "The organisation can't be kept like this");
    }

    @Override
    public List<OrganisationEvent> told() {
        return List.of(OrganisationEvent.of(this));
    }

    String reference() {
        return reference;
    }

    @Nullable
    Organisation parent() {
        return parent;
    }

    @Nullable
    String parentReference() {
        return parent == null ? null : parent.reference;
    }

    OrganisationContent content() {
        return content;
    }
}
