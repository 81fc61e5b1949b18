package org.isthmus.funding.commitment;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * Money committed to a project.
 *
 * <p>What is paid and decommitted never passes what is committed. The figures are the books' own: each movement that
 * touches the commitment changes both in one transaction.
 */
@Entity
class Commitment extends Aggregate {

    @Enumerated(STRING)
    private CommitmentKind kind;

    private String reference;
    private UUID projectId;

    @Nullable
    private UUID actionId;

    @Nullable
    private String action;

    @Nullable
    private UUID workProgrammeId;

    private String budgetLine;

    @Nullable
    private Integer year;

    @Nullable
    private String dated;

    @Nullable
    private LocalDate effectiveOn;

    private String reason;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    private BigDecimal committed = BigDecimal.ZERO;
    private BigDecimal decommitted = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private UUID movementId;

    @Transient
    private boolean isNew;

    Commitment() {} // for Hibernate

    private Commitment(UUID id, NewCommitment asked, String budgetLine, @Nullable Integer year, UUID movementId) {
        super(id);
        this.kind = asked.kind();
        this.reference = asked.reference();
        this.projectId = asked.projectId();
        this.budgetLine = budgetLine;
        this.year = year;
        PartialDate on = asked.effectiveOn();
        if (on != null) {
            this.dated = on.written();
            this.effectiveOn = on.last();
        }
        this.reason = asked.reason();
        this.source = asked.source();
        this.committed = asked.amount().amount();
        this.movementId = movementId;
        this.isNew = true;
    }

    static Commitment individual(UUID id, NewCommitment asked, DrawableAllocation drawable, UUID movementId) {
        Commitment commitment = new Commitment(id, asked, drawable.line(), drawable.year(), movementId);
        commitment.actionId = drawable.actionId();
        commitment.action = drawable.reference();
        commitment.workProgrammeId = drawable.workProgrammeId();
        return commitment;
    }

    static Commitment historical(UUID id, NewCommitment asked, UUID movementId) {
        return new Commitment(id, asked, BudgetLines.HISTORICAL, asked.knownYear(), movementId);
    }

    void pay(Money amount, UUID movement) {
        become(committed, decommitted, paid.add(amount.amount()), movement);
    }

    void decommit(Money amount, UUID movement) {
        become(committed, decommitted.add(amount.amount()), paid, movement);
    }

    /** A movement was undone: each figure changes by what the undoing counts. */
    void correct(Money committedBy, Money decommittedBy, Money paidBy, UUID movement) {
        become(
                committed.add(committedBy.amount()),
                decommitted.add(decommittedBy.amount()),
                paid.add(paidBy.amount()),
                movement);
    }

    private void become(BigDecimal nowCommitted, BigDecimal nowDecommitted, BigDecimal nowPaid, UUID movement) {
        if (nowPaid.add(nowDecommitted).compareTo(nowCommitted) > 0) {
            throw new IllegalStateException("Commitment %s would be overspent".formatted(reference));
        }
        committed = nowCommitted;
        decommitted = nowDecommitted;
        paid = nowPaid;
        movementId = movement;
        isNew = false;
    }

    @Override
    public List<CommitmentEvent> told() {
        return List.of(isNew ? CommitmentEvent.booked(this) : CommitmentEvent.changed(this));
    }

    CommitmentStatus status() {
        if (committed.signum() == 0) {
            return CommitmentStatus.REVERSED;
        }
        return outstanding().isPositive() ? CommitmentStatus.OPEN : CommitmentStatus.SETTLED;
    }

    Money committed() {
        return Money.euros(committed);
    }

    Money decommitted() {
        return Money.euros(decommitted);
    }

    Money paid() {
        return Money.euros(paid);
    }

    Money outstanding() {
        return committed().minus(paid()).minus(decommitted());
    }

    boolean isHistorical() {
        return kind == CommitmentKind.HISTORICAL;
    }

    CommitmentKind kind() {
        return kind;
    }

    String reference() {
        return reference;
    }

    UUID projectId() {
        return projectId;
    }

    @Nullable
    UUID actionId() {
        return actionId;
    }

    @Nullable
    String action() {
        return action;
    }

    @Nullable
    UUID workProgrammeId() {
        return workProgrammeId;
    }

    String budgetLine() {
        return budgetLine;
    }

    @Nullable
    Integer year() {
        return year;
    }

    /** As far as a source gives it. */
    @Nullable
    PartialDate dated() {
        return dated == null ? null : PartialDate.parse(dated);
    }

    /** The day that it counts from, the last that it can have been; null when no source gives one. */
    @Nullable
    LocalDate effectiveOn() {
        return effectiveOn;
    }

    String reason() {
        return reason;
    }

    @Nullable
    Source source() {
        return source;
    }

    UUID movementId() {
        return movementId;
    }
}
