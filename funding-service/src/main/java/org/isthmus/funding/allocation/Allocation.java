package org.isthmus.funding.allocation;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is set aside for one priority action, from one budget line and year.
 *
 * <p>The amount is what the books say it is; what of it is committed, and what is left, is in the books alone.
 */
@Entity
class Allocation extends Aggregate {

    /**
     * <pre>
     * REFUSED ─► BOOKED ◄─► RELEASED
     * </pre>
     */
    @Schema(name = "AllocationStatus")
    enum Status {
        /** The books hold money for the action. */
        BOOKED,
        /** They never did; the reasons are with it. */
        REFUSED,
        /** They did, and all of it was taken back. */
        RELEASED
    }

    /** Why the last financing decision or amendment could not be booked: every reason. */
    @Schema(name = "RefusedAllocation", description = "Why the work programme's amount could not be booked.")
    record Refused(
            @Schema(required = true, description = "Version of the work programme that asked.")
            int workProgrammeVersion,

            @Nullable Money requested,

            @Schema(required = true, examples = "appropriation-exceeded")
            String code,

            @Schema(required = true) String detail,
            @Schema(required = true) List<Fault> reasons) {}

    private UUID actionId;
    private String reference;
    private UUID workProgrammeId;
    private int workProgrammeVersion;
    private String programme;

    @Nullable
    private String budgetLine;

    private int year;
    private BigDecimal amount = BigDecimal.ZERO;

    @Nullable
    private UUID movementId;

    @Nullable
    private LocalDate movementOn;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    private Refused refusal;

    /** What is told of the change just made. */
    @Transient
    private Function<Allocation, AllocationEvent> news = AllocationEvent::changed;

    Allocation() {} // for Hibernate

    Allocation(KnownAction action) {
        this.actionId = action.id();
        follow(action);
        this.budgetLine = action.budgetLine();
        this.year = action.year();
    }

    private void follow(KnownAction action) {
        this.reference = action.reference();
        this.workProgrammeId = action.workProgrammeId();
        this.workProgrammeVersion = action.workProgrammeVersion();
        this.programme = action.programme();
    }

    /** The books now hold this amount for the action, from the line and year that it names. */
    void book(KnownAction action, Money total, Movement movement) {
        news = isNew() ? AllocationEvent::booked : AllocationEvent::changed;
        follow(action);
        budgetLine = action.budgetLine();
        year = action.year();
        amount = total.amount();
        follow(movement);
        refusal = null;
    }

    private void follow(Movement movement) {
        movementId = movement.id();
        movementOn = Objects.requireNonNull(movement.effectiveOn()).last();
    }

    /** The work programme changed something else; the money stays as it is. */
    void confirm(KnownAction action) {
        news = AllocationEvent::changed;
        follow(action);
        refusal = null;
    }

    /** What the work programme asks for can't be booked; what is booked stays. */
    void refuse(Refused why) {
        news = AllocationEvent::refused;
        refusal = why;
    }

    /** A movement was undone: the amount is what it was before, and so is the line that it came from. */
    void correct(Money change, @Nullable String line, int ofYear, Movement reversal) {
        news = AllocationEvent::changed;
        amount = amount().plus(change).amount();
        budgetLine = line;
        year = ofYear;
        follow(reversal);
    }

    @Override
    public List<AllocationEvent> told() {
        return List.of(news.apply(this));
    }

    /** What others are told of it as it stands: what is booked, and what was refused since. */
    List<AllocationEvent> standing() {
        return Stream.concat(
                        isNew() ? Stream.empty() : Stream.of(AllocationEvent.changed(this)),
                        refusal == null ? Stream.empty() : Stream.of(AllocationEvent.refused(this)))
                .toList();
    }

    /** True until something was booked on it. */
    boolean isNew() {
        return movementId == null;
    }

    Status status() {
        if (amount.signum() > 0) {
            return Status.BOOKED;
        }
        return movementId == null ? Status.REFUSED : Status.RELEASED;
    }

    UUID actionId() {
        return actionId;
    }

    String reference() {
        return reference;
    }

    UUID workProgrammeId() {
        return workProgrammeId;
    }

    int workProgrammeVersion() {
        return workProgrammeVersion;
    }

    String programme() {
        return programme;
    }

    @Nullable
    String budgetLine() {
        return budgetLine;
    }

    int year() {
        return year;
    }

    Money amount() {
        return Money.euros(amount);
    }

    @Nullable
    UUID movementId() {
        return movementId;
    }

    @Nullable
    LocalDate movementOn() {
        return movementOn;
    }

    @Nullable
    Refused refusal() {
        return refusal;
    }
}
