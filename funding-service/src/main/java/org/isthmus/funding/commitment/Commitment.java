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
import org.isthmus.funding.ledger.Movement;
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
public class Commitment extends Aggregate {

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

    @Nullable
    private String movementDated;

    @Transient
    private boolean isNew;

    @Transient
    private @Nullable UUID corrects;

    Commitment() {} // for Hibernate

    private Commitment(UUID id, NewCommitment asked, String budgetLine, @Nullable Integer year, Movement movement) {
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
        follow(movement);
        this.isNew = true;
    }

    public static Commitment individual(UUID id, NewCommitment asked, DrawableAllocation drawable, Movement movement) {
        Commitment commitment = new Commitment(id, asked, drawable.line(), drawable.year(), movement);
        commitment.actionId = drawable.actionId();
        commitment.action = drawable.reference();
        commitment.workProgrammeId = drawable.workProgrammeId();
        return commitment;
    }

    public static Commitment historical(UUID id, NewCommitment asked, Movement movement) {
        return new Commitment(id, asked, BudgetLines.HISTORICAL, asked.knownYear(), movement);
    }

    public void pay(Money amount, Movement movement) {
        become(committed, decommitted, paid.add(amount.amount()), movement);
    }

    public void decommit(Money amount, Movement movement) {
        become(committed, decommitted.add(amount.amount()), paid, movement);
    }

    /** A movement was undone: each figure changes by what the undoing counts. */
    void correct(Money committedBy, Money decommittedBy, Money paidBy, Movement movement) {
        become(
                committed.add(committedBy.amount()),
                decommitted.add(decommittedBy.amount()),
                paid.add(paidBy.amount()),
                movement);
    }

    private void become(BigDecimal nowCommitted, BigDecimal nowDecommitted, BigDecimal nowPaid, Movement movement) {
        if (nowPaid.add(nowDecommitted).compareTo(nowCommitted) > 0) {
            throw new IllegalStateException("Commitment %s would be overspent".formatted(reference));
        }
        committed = nowCommitted;
        decommitted = nowDecommitted;
        paid = nowPaid;
        follow(movement);
        isNew = false;
    }

    private void follow(Movement movement) {
        movementId = movement.id();
        corrects = movement.corrects();
        PartialDate on = movement.effectiveOn();
        movementDated = on == null ? null : on.written();
    }

    @Override
    public List<CommitmentEvent> told() {
        return List.of(CommitmentEvent.of(this, isNew));
    }

    public CommitmentStatus status() {
        if (committed.signum() == 0) {
            return CommitmentStatus.REVERSED;
        }
        return outstanding().isPositive() ? CommitmentStatus.OPEN : CommitmentStatus.SETTLED;
    }

    public Money committed() {
        return Money.euros(committed);
    }

    public Money decommitted() {
        return Money.euros(decommitted);
    }

    public Money paid() {
        return Money.euros(paid);
    }

    public Money outstanding() {
        return committed().minus(paid()).minus(decommitted());
    }

    public boolean isHistorical() {
        return kind == CommitmentKind.HISTORICAL;
    }

    public CommitmentKind kind() {
        return kind;
    }

    public String reference() {
        return reference;
    }

    public UUID projectId() {
        return projectId;
    }

    public @Nullable UUID actionId() {
        return actionId;
    }

    public @Nullable String action() {
        return action;
    }

    @Nullable
    UUID workProgrammeId() {
        return workProgrammeId;
    }

    public String budgetLine() {
        return budgetLine;
    }

    public @Nullable Integer year() {
        return year;
    }

    /** As far as a source gives it. */
    public @Nullable PartialDate dated() {
        return dated == null ? null : PartialDate.parse(dated);
    }

    /** The day that it counts from, the last that it can have been; null when no source gives one. */
    public @Nullable LocalDate effectiveOn() {
        return effectiveOn;
    }

    /** The first day that it can have been; null when no source gives one. */
    @Nullable
    LocalDate effectiveFirst() {
        PartialDate known = dated();
        return known == null ? null : known.first();
    }

    /** In euros; null of the past, of whose payments no source tells. */
    @Nullable
    BigDecimal knownOutstanding() {
        return isHistorical() ? null : outstanding().amount();
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

    /** The movement that the last one undid. */
    @Nullable
    UUID corrects() {
        return corrects;
    }

    @Nullable
    PartialDate movementOn() {
        return movementDated == null ? null : PartialDate.parse(movementDated);
    }
}
