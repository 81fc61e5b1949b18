package org.isthmus.funding.budgetline;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** Money that the budget authority gave a line for a year, once; given again or less of it is another one. */
@Entity
class Appropriation extends Aggregate {

    /** What it may be used for. */
    @Schema(name = "AppropriationKind")
    enum Kind {
        /** Commitments entered in the year. */
        COMMITMENT,
        /** Payments made in the year, on this and earlier years' commitments. */
        PAYMENT
    }

    /** BOOKED ─► REVERSED. */
    @Schema(name = "AppropriationStatus")
    enum Status {
        BOOKED,
        REVERSED
    }

    private String budgetLine;
    private int year;

    @Enumerated(STRING)
    private Kind kind;

    private BigDecimal amount;
    private LocalDate effectiveOn;
    private String reason;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    @Enumerated(STRING)
    private Status status = Status.BOOKED;

    private UUID movementId;

    @Nullable
    private UUID reversalId;

    /** The movement of the change just made. */
    @Transient
    private UUID changedBy;

    Appropriation() {} // for Hibernate

    Appropriation(NewAppropriation asked, Movement movement) {
        this.budgetLine = asked.budgetLine();
        this.year = asked.year();
        this.kind = asked.kind();
        this.amount = asked.amount().amount();
        this.effectiveOn = asked.effectiveOn();
        this.reason = asked.reason();
        this.source = asked.source();
        this.movementId = movement.id();
        this.changedBy = movement.id();
    }

    void reverse(UUID reversal) {
        status = Status.REVERSED;
        reversalId = reversal;
        changedBy = reversal;
    }

    @Override
    public List<AppropriationEvent> told() {
        return List.of(AppropriationEvent.of(this, changedBy));
    }

    /** What the money is known by: its line and year. */
    String reference() {
        return "%s/%d".formatted(budgetLine, year);
    }

    String budgetLine() {
        return budgetLine;
    }

    int year() {
        return year;
    }

    Kind kind() {
        return kind;
    }

    Money amount() {
        return Money.euros(amount);
    }

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

    Status status() {
        return status;
    }

    UUID movementId() {
        return movementId;
    }

    @Nullable
    UUID reversalId() {
        return reversalId;
    }
}
