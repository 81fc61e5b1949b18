package org.isthmus.funding.delegation;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * A role that one officer gives a deputy for a time, and an authorising officer who is neither of them confirms.
 *
 * <pre>
 * REQUESTED ─► CONFIRMED ─► REVOKED
 *     └───────────────────────┘
 * </pre>
 */
@Entity
class Delegation extends Aggregate {

    /** How far it is; one that is confirmed holds from its first day to its last. */
    @Schema(name = "DelegationStatus")
    enum Status {
        REQUESTED,
        CONFIRMED,
        REVOKED
    }

    private String deputy;
    private String delegator;

    @Enumerated(STRING)
    private DelegatedRole role;

    private LocalDate fromOn;
    private LocalDate toOn;
    private BigDecimal upTo;
    private String reason;

    @Enumerated(STRING)
    private Status status = Status.REQUESTED;

    @Nullable
    private String confirmedBy;

    @Nullable
    private String revokedBy;

    @Nullable
    private LocalDate revokedOn;

    Delegation() {} // for Hibernate

    /** @param folded the deputy as persons are compared */
    Delegation(NewDelegation asked, String folded, String delegator) {
        if (folded.equals(delegator)) {
            throw Refusal.conflict("own-deputy", "Nobody is the deputy of oneself.");
        }
        this.deputy = folded;
        this.delegator = delegator;
        this.role = asked.role();
        this.fromOn = asked.from();
        this.toOn = asked.to();
        this.upTo = asked.upTo().amount();
        this.reason = asked.reason();
    }

    void confirm(String person) {
        if (status != Status.REQUESTED) {
            throw wrongStatus(Status.CONFIRMED);
        }
        if (person.equals(deputy)) {
            throw Refusal.forbidden("same-person", "Who becomes a deputy by it does not confirm it.");
        }
        status = Status.CONFIRMED;
        confirmedBy = person;
    }

    void revoke(String person, LocalDate on) {
        if (status == Status.REVOKED) {
            throw wrongStatus(Status.REVOKED);
        }
        status = Status.REVOKED;
        revokedBy = person;
        revokedOn = on;
    }

    private Refusal wrongStatus(Status next) {
        return Refusal.conflict(
                "delegation-wrong-status", "A delegation that is %s can't become %s.".formatted(status, next));
    }

    String deputy() {
        return deputy;
    }

    String delegator() {
        return delegator;
    }

    DelegatedRole role() {
        return role;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    Money upTo() {
        return Money.euros(upTo);
    }

    String reason() {
        return reason;
    }

    Status status() {
        return status;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    @Nullable
    String revokedBy() {
        return revokedBy;
    }

    @Nullable
    LocalDate revokedOn() {
        return revokedOn;
    }
}
