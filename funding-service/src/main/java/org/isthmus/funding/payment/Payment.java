package org.isthmus.funding.payment;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to whom it is owed.
 *
 * <p>Who asks for it does not authorise it, and who executes it did neither ({@code four-eyes.properties}); money moves on
 * execution alone.
 */
@Entity
class Payment extends Aggregate {

    private UUID commitmentId;
    private UUID projectId;

    @Enumerated(STRING)
    private PaymentKind kind;

    private BigDecimal amount;
    private String reason;

    @Enumerated(STRING)
    private PaymentStatus status = PaymentStatus.REQUESTED;

    private String requestedBy;
    private LocalDate requestedOn;

    @Nullable
    private String authorisedBy;

    @Nullable
    private LocalDate authorisedOn;

    @Nullable
    private String executedBy;

    @Nullable
    private LocalDate executedOn;

    @Nullable
    private String rejectedBy;

    @Nullable
    private LocalDate rejectedOn;

    @Nullable
    private String rejectionReason;

    @Nullable
    private UUID movementId;

    @Nullable
    private UUID reversalId;

    /** The office that acted last, and when. */
    @Transient
    private String office = "";

    @Transient
    private LocalDate actedOn = LocalDate.EPOCH;

    Payment() {} // for Hibernate

    Payment(NewPayment asked, UUID projectId, String by, LocalDate on) {
        this.commitmentId = asked.commitmentId();
        this.projectId = projectId;
        this.kind = asked.kind();
        this.amount = asked.amount().amount();
        this.reason = asked.reason();
        this.requestedBy = by;
        this.requestedOn = on;
        acted("finance-officer", on);
    }

    void authorise(String by, LocalDate on) {
        become(PaymentStatus.AUTHORISED);
        authorisedBy = by;
        authorisedOn = on;
        acted("authorising-officer", on);
    }

    /** Whether it may be executed now; the books decide the rest. */
    void checkExecution() {
        check(PaymentStatus.EXECUTED);
    }

    void execute(String by, LocalDate on, UUID movement) {
        become(PaymentStatus.EXECUTED);
        executedBy = by;
        executedOn = on;
        movementId = movement;
        acted("accounting-officer", on);
    }

    void reject(String by, LocalDate on, String why, String ofOffice) {
        become(PaymentStatus.REJECTED);
        rejectedBy = by;
        rejectedOn = on;
        rejectionReason = why;
        acted(ofOffice, on);
    }

    void reverse(UUID reversal, LocalDate on) {
        become(PaymentStatus.REVERSED);
        reversalId = reversal;
        acted("accounting-officer", on);
    }

    private void acted(String ofOffice, LocalDate on) {
        office = ofOffice;
        actedOn = on;
    }

    @Override
    public List<PaymentEvent> told() {
        return List.of(PaymentEvent.of(this, office, actedOn));
    }

    private void become(PaymentStatus next) {
        check(next);
        status = next;
    }

    private void check(PaymentStatus next) {
        if (!status.canBecome(next)) {
            throw Refusal.conflict(
                    "payment-wrong-status", "A payment that is %s can't become %s.".formatted(status, next));
        }
    }

    UUID commitmentId() {
        return commitmentId;
    }

    UUID projectId() {
        return projectId;
    }

    PaymentKind kind() {
        return kind;
    }

    Money amount() {
        return Money.euros(amount);
    }

    String reason() {
        return reason;
    }

    PaymentStatus status() {
        return status;
    }

    String requestedBy() {
        return requestedBy;
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    @Nullable
    String authorisedBy() {
        return authorisedBy;
    }

    @Nullable
    LocalDate authorisedOn() {
        return authorisedOn;
    }

    @Nullable
    String executedBy() {
        return executedBy;
    }

    @Nullable
    LocalDate executedOn() {
        return executedOn;
    }

    @Nullable
    String rejectedBy() {
        return rejectedBy;
    }

    @Nullable
    LocalDate rejectedOn() {
        return rejectedOn;
    }

    @Nullable
    String rejectionReason() {
        return rejectionReason;
    }

    @Nullable
    UUID movementId() {
        return movementId;
    }

    @Nullable
    UUID reversalId() {
        return reversalId;
    }
}
