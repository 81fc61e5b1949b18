package org.isthmus.programming.strategypaper;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperContent.Priority;
import org.isthmus.programming.workflow.Workflow;

/**
 * What a programme is for in a period, and why.
 *
 * <p>It is adopted with at least one priority, inside the period of its programme; what was adopted never changes.
 */
@Entity
class StrategyPaper extends Aggregate {

    private String reference;
    private UUID programmeId;

    @JdbcTypeCode(SqlTypes.JSON)
    private StrategyPaperContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private Workflow workflow;

    @Transient
    private boolean tookEffect;

    StrategyPaper() {} // for Hibernate

    StrategyPaper(StrategyPaperContent content, ProgrammeRegister.Known programme) {
        refuseFaulty(content, programme);
        this.reference = content.reference();
        this.programmeId = programme.id();
        this.content = content;
        this.workflow = Workflow.begin(content.historical());
        this.tookEffect = workflow.status().isPublic();
    }

    void revise(StrategyPaperContent revised, ProgrammeRegister.Known programme) {
        refuseFaulty(revised, programme);
        if (!revised.reference().equals(reference) || !programme.id().equals(programmeId)) {
            throw Refusal.conflict("reference-fixed", "A strategy paper keeps its reference and its programme");
        }
        workflow = workflow.edit(!revised.equals(content));
        content = revised;
    }

    private static void refuseFaulty(StrategyPaperContent content, ProgrammeRegister.Known programme) {
        Faults faults = new Faults();
        faults.once("/priorities", content.priorities(), "code", Priority::code, "A priority code is named once.");
        faults.each(
                "/priorities",
                content.priorities(),
                (at, priority) -> faults.require(
                        priority.strand() == null || programme.strands().contains(priority.strand()),
                        at + "/strand",
                        "strand-unknown",
                        "%s has no strand '%s'.".formatted(programme.code(), priority.strand())));
        faults.refuseIfAny(Refusal.Kind.INVALID, "strategy-paper-invalid", "The priorities do not fit");
    }

    /** Goes on along the workflow, but for its adoption. */
    void move(UnaryOperator<Workflow> step) {
        workflow = step.apply(workflow);
    }

    void adopt(String decision, LocalDate on, LocalDate today, ProgrammeRegister.Known programme) {
        Faults faults = workflow.faultsOfAdoption(on, today);
        faults.require(!content.priorities().isEmpty(), "/priorities", "required", "A strategy paper has a priority.");
        faults.require(
                content.period().isWithin(programme.period()),
                "/period",
                "period-outside-programme",
                "%s is not within %s of %s.".formatted(content.period(), programme.period(), programme.code()));
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT, "strategy-paper-incomplete", "The strategy paper can't be adopted yet");
        workflow = workflow.adopt(decision, on);
        tookEffect = true;
    }

    @Override
    public List<StrategyPaperEvent> told() {
        return tookEffect ? List.of(StrategyPaperEvent.of(this)) : List.of();
    }

    String reference() {
        return reference;
    }

    UUID programmeId() {
        return programmeId;
    }

    StrategyPaperContent content() {
        return content;
    }

    Workflow workflow() {
        return workflow;
    }
}
