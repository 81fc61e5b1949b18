package org.isthmus.programming.indicativeprogramme;

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
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.isthmus.programming.workflow.Workflow;

/**
 * How the money of a period is meant to be spread: priorities per strand and region under one envelope.
 *
 * <p>It is adopted inside the period of its strategy paper, with priorities that stay within its envelope. Work
 * programmes are held to it.
 */
@Entity
class IndicativeProgramme extends Aggregate {

    private String reference;
    private UUID strategyPaperId;
    private UUID programmeId;
    private String programmeCode;

    @JdbcTypeCode(SqlTypes.JSON)
    private IndicativeProgrammeContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private Workflow workflow;

    @Transient
    private boolean tookEffect;

    IndicativeProgramme() {} // for Hibernate

    IndicativeProgramme(IndicativeProgrammeContent content, IndicativeProgrammeParents.Parents parents) {
        refuseUnclear(content, parents);
        this.reference = content.reference();
        this.strategyPaperId = parents.paper().id();
        this.programmeId = parents.programme().id();
        this.programmeCode = parents.programme().code();
        this.content = content;
        this.workflow = Workflow.begin(content.historical());
        this.tookEffect = workflow.status().isPublic();
    }

    void revise(IndicativeProgrammeContent revised, IndicativeProgrammeParents.Parents parents) {
        refuseUnclear(revised, parents);
        if (!revised.reference().equals(reference) || !parents.paper().id().equals(strategyPaperId)) {
            throw Refusal.conflict(
                    "reference-fixed", "An indicative programme keeps its reference and its strategy paper");
        }
        workflow = workflow.edit(!revised.equals(content));
        content = revised;
    }

    private static void refuseUnclear(IndicativeProgrammeContent content, IndicativeProgrammeParents.Parents parents) {
        new Faults()
                .addAll(PriorityRules.unclear(content, parents.programme().strands()))
                .refuseIfAny(
                        Refusal.Kind.INVALID,
                        "indicative-programme-invalid",
                        "The priorities don't fit together, the programme or the period");
    }

    /** Goes on along the workflow, but for its adoption. */
    void move(UnaryOperator<Workflow> step) {
        workflow = step.apply(workflow);
    }

    void adopt(String decision, LocalDate on, LocalDate today, StrategyPaperRegister.Known paper) {
        Faults faults = workflow.faultsOfAdoption(on, today);
        faults.require(
                !content.priorities().isEmpty() || !content.envelopes().isEmpty(),
                "/priorities",
                "required",
                "An indicative programme has a priority or an envelope.");
        faults.require(
                content.period().isWithin(paper.period()),
                "/period",
                "period-outside-strategy-paper",
                "%s is not within %s of %s.".formatted(content.period(), paper.period(), paper.reference()));
        faults.require(
                paper.status().isPublic(),
                "/strategyPaperReference",
                "strategy-paper-not-adopted",
                "%s is %s.".formatted(paper.reference(), paper.status()));
        faults.addAll(PriorityRules.beyondEnvelope(content));
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT,
                "indicative-programme-incomplete",
                "The indicative programme can't be adopted yet");
        workflow = workflow.adopt(decision, on);
        tookEffect = true;
    }

    @Override
    public List<IndicativeProgrammeEvent> told() {
        return tookEffect ? List.of(IndicativeProgrammeEvent.of(this)) : List.of();
    }

    String reference() {
        return reference;
    }

    UUID strategyPaperId() {
        return strategyPaperId;
    }

    UUID programmeId() {
        return programmeId;
    }

    String programmeCode() {
        return programmeCode;
    }

    IndicativeProgrammeContent content() {
        return content;
    }

    Workflow workflow() {
        return workflow;
    }
}
