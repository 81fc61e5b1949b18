package org.isthmus.programming.coverage;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/**
 * How an adopted action is covered: what was planned against what the ledger and the projects say.
 *
 * <p>Where they part, the drift says how. The copy is fed by events and can be rebuilt.
 */
@Entity
class Coverage extends Aggregate {

    /** How far the money of an action has come. */
    @Schema(name = "CoverageStatus")
    enum Status {
        PLANNED,
        REFUSED,
        ALLOCATED,
        COMMITTED
    }

    /** All that a drift can be. */
    static final List<String> DRIFTS = List.of(
            "allocation-refused",
            "allocation-differs",
            "beyond-plan",
            "no-project",
            "other-countries",
            "other-strands");

    /** A difference between plan and deed. */
    @Schema(name = "CoverageDrift", description = "A difference between plan and deed.")
    record Drift(
            @Schema(required = true, examples = "allocation-differs")
            String code,

            @Schema(required = true) String detail) {}

    /** What the adopted text says. */
    record Planned(
            UUID workProgrammeId,
            String workProgramme,
            String programme,
            int year,
            @Nullable Integer part,
            String reference,
            Text title,
            List<Share> countries,
            List<String> regions,
            List<Share> strands,
            Money indicative) {}

    /** What the ledger answered. */
    record Allocated(
            Money amount, boolean refused, @Nullable String why) {}

    @JdbcTypeCode(SqlTypes.JSON)
    private Planned planned;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Allocated allocation;

    @JdbcTypeCode(SqlTypes.JSON)
    private CoverageFigures figures = CoverageFigures.NONE;

    Coverage() {} // for Hibernate

    Coverage(UUID actionId, Planned planned) {
        super(actionId);
        this.planned = planned;
    }

    void replan(Planned now) {
        planned = now;
    }

    void allocated(Money amount) {
        allocation = new Allocated(amount, false, null);
    }

    void refused(String why) {
        allocation = new Allocated(allocated(), true, why);
    }

    void recounted(CoverageFigures now) {
        figures = now;
    }

    Money allocated() {
        return allocation == null ? Money.zero(Money.EUR) : allocation.amount();
    }

    Status status(CoverageFigures.Sums seen) {
        if (seen.standing().isPositive()) {
            return Status.COMMITTED;
        }
        if (allocated().isPositive()) {
            return Status.ALLOCATED;
        }
        return allocation != null && allocation.refused() ? Status.REFUSED : Status.PLANNED;
    }

    List<Drift> drift(CoverageFigures.Sums seen) {
        List<Drift> drift = new ArrayList<>();
        if (allocation != null && allocation.refused()) {
            drift.add(new Drift("allocation-refused", String.valueOf(allocation.why())));
        } else if (allocation != null && !allocated().equals(planned.indicative())) {
            drift.add(new Drift(
                    "allocation-differs", "%s planned, %s allocated.".formatted(planned.indicative(), allocated())));
        }
        if (seen.standing().isMoreThan(planned.indicative())) {
            drift.add(new Drift(
                    "beyond-plan", "%s planned, %s committed.".formatted(planned.indicative(), seen.standing())));
        }
        // A project that is not published yet is one: the public learns neither that it is there nor that it is not.
        if (seen.standing().isPositive() && figures.all().projects().count() == 0) {
            drift.add(new Drift("no-project", "%s committed and no project.".formatted(seen.standing())));
        }
        CoverageFigures.Projects projects = seen.projects();
        if (!projects.otherCountries().isEmpty()) {
            drift.add(new Drift(
                    "other-countries",
                    "Projects work in %s too.".formatted(String.join(", ", projects.otherCountries()))));
        }
        if (!projects.otherStrands().isEmpty()) {
            drift.add(new Drift(
                    "other-strands", "Projects serve %s too.".formatted(String.join(", ", projects.otherStrands()))));
        }
        return drift;
    }

    Planned planned() {
        return planned;
    }

    CoverageFigures figures() {
        return figures;
    }
}
