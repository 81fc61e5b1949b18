package org.isthmus.funding.attribution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What funding needs of a priority action: its financing decision and the line and year that pay it. */
@Entity
public class KnownAction {

    @Id
    private UUID id;

    private String reference;
    private UUID workProgrammeId;
    private int workProgrammeVersion;
    private int workProgrammeEdition;
    private String programme;

    @Nullable
    private String decisionReference;

    @Nullable
    private LocalDate decidedOn;

    @Nullable
    private String budgetLine;

    private int year;

    @Nullable
    private BigDecimal amount;

    private boolean withdrawn;

    KnownAction() {} // for Hibernate

    KnownAction(UUID id, WorkProgramme programme, WorkProgramme.Action action) {
        this.id = id;
        this.workProgrammeId = programme.workProgrammeId();
        this.reference = action.reference();
        this.programme = programme.programme();
        become(programme, action);
    }

    final void become(WorkProgramme from, WorkProgramme.Action action) {
        this.workProgrammeId = from.workProgrammeId();
        follow(from);
        this.programme = from.programme();
        this.reference = action.reference();
        this.decisionReference = from.decisionOf(action);
        this.decidedOn = from.dayOfDecision(action);
        this.budgetLine =
                action.budgetLine() == null ? null : action.budgetLine().code();
        this.year =
                action.budgetLine() == null ? from.year() : action.budgetLine().year();
        this.amount = action.euros();
        this.withdrawn = false;
    }

    void withdraw(WorkProgramme by) {
        follow(by);
        this.withdrawn = true;
    }

    private void follow(WorkProgramme programme) {
        this.workProgrammeVersion = programme.version();
        this.workProgrammeEdition = programme.edition() == null ? workProgrammeEdition : programme.edition();
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public UUID workProgrammeId() {
        return workProgrammeId;
    }

    public int workProgrammeVersion() {
        return workProgrammeVersion;
    }

    public String programme() {
        return programme;
    }

    public @Nullable String decisionReference() {
        return decisionReference;
    }

    public @Nullable LocalDate decidedOn() {
        return decidedOn;
    }

    public @Nullable String budgetLine() {
        return budgetLine;
    }

    public int year() {
        return year;
    }

    /** What the financing decision sets aside for it. */
    public @Nullable Money amount() {
        return amount == null ? null : Money.euros(amount);
    }

    /** What it may have at most: nothing when it is withdrawn or no amount was decided. */
    public Money decided() {
        return Money.euros(amount == null || withdrawn ? BigDecimal.ZERO : amount);
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }
}
