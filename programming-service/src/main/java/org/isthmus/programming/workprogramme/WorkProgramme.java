package org.isthmus.programming.workprogramme;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.Allocation;
import org.isthmus.programming.amendment.Amendment;
import org.isthmus.programming.amendment.AmendmentThresholds;
import org.isthmus.programming.amendment.Amendments;
import org.isthmus.programming.amendment.FinancingDecision;
import org.isthmus.programming.amendment.TextInForce;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.workflow.DocumentStatus;
import org.isthmus.programming.workflow.Opinion;
import org.isthmus.programming.workflow.Workflow;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.Transition;
import org.jspecify.annotations.Nullable;

/**
 * What a programme finances in a year: priority actions under an indicative programme.
 *
 * <p>Its adoption is the financing decision: complete, after the committee's opinion, within the envelope. From then on
 * its text changes by amendment only: a new edition with a reason, and one that moves much money goes back to the
 * committee first. No action is ever dropped; an amendment may set it to nothing.
 */
@Entity
class WorkProgramme extends Aggregate {

    @Embedded
    private Heading heading;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Action> actions;

    @Embedded
    private Amendments amendments = Amendments.none(List.of());

    @JdbcTypeCode(SqlTypes.JSON)
    private Workflow workflow;

    @Transient
    private @Nullable Transition happened;

    WorkProgramme() {} // for Hibernate

    WorkProgramme(UUID id, WorkProgrammeContent given, Known parent, List<Action> actions) {
        super(id);
        this.workflow = Workflow.draft();
        this.heading = Heading.of(given, parent);
        this.actions = actions;
    }

    void revise(WorkProgrammeContent given, Known parent, List<Action> changed) {
        if (!given.reference().equals(heading.reference()) || !parent.id().equals(heading.indicativeProgrammeId())) {
            throw Refusal.conflict(
                    "reference-fixed", "A work programme keeps its reference and its indicative programme");
        }
        Heading revised = Heading.of(given, parent);
        workflow = workflow.edit(!revised.equals(heading) || !changed.equals(actions));
        heading = revised;
        actions = changed;
    }

    void submit() {
        workflow = workflow.submit();
    }

    /** The committee's opinion on the draft, or on the amendment that waits for it. */
    void hear(Opinion opinion, LocalDate on, LocalDate today) {
        if (amendments.pending() != null) {
            amendments = amendments.hear(opinion, on, today);
        } else {
            workflow = workflow.hear(opinion, on, today);
        }
    }

    /** The financing decision on the draft, or on the amendment that waits for it. */
    void adopt(String decision, LocalDate on, LocalDate today, AdoptionRules rules) {
        AdoptionRules.Day day = new AdoptionRules.Day(on, today);
        Amendment amendment = amendments.pending();
        if (amendment != null) {
            rules.refuseUnlessReady(heading.year(), amendment.actions(), actions, amendment.workflow(), day);
            amendments.refuseDay(on, today, workflow.decidedOn(), "/date");
            become(amendments.adopt(decision, on, text()), amendment.actions());
            return;
        }
        rules.refuseUnlessReady(heading.year(), actions, List.of(), workflow, day);
        workflow = workflow.adopt(decision, on);
        actions = actions.stream()
                .map(action -> action.with(Allocation.asked(null)))
                .toList();
        amendments = Amendments.none(actions);
        happened = Transition.ADOPTED;
    }

    /** Changes the adopted text; says whether that took effect at once, or waits for the committee. */
    boolean amend(String reason, List<Action> changed, LocalDate on, AdoptionRules rules, AmendmentThresholds limits) {
        if (workflow.status() != DocumentStatus.ADOPTED) {
            throw Refusal.conflict(
                    "not-adopted",
                    "Only an adopted work programme is amended, and this is %s".formatted(workflow.status()));
        }
        amendments.refuseWhilePending();
        Amendment.refuseDropping(actions, changed);
        rules.refuseUnlessComplete(heading.year(), changed, actions);
        Amendments next = amendments.propose(reason, changed, on, text(), limits);
        if (next.pending() != null) {
            amendments = next;
            return false;
        }
        become(next, changed);
        return true;
    }

    private void become(Amendments next, List<Action> changed) {
        amendments = next;
        actions = Amendment.asking(changed, actions);
        happened = Transition.AMENDED;
    }

    private TextInForce text() {
        return new TextInForce(decision(), actions);
    }

    /** An amendment takes effect on a day that has come, and not before the text that it amends. */
    void refuseDay(LocalDate on, LocalDate today) {
        amendments.refuseDay(on, today, workflow.decidedOn(), "/adoptedOn");
    }

    /** Attributes the money of the draft, as its countries are known now. */
    void attribute(UnaryOperator<List<Action>> attributed) {
        if (workflow.status().isOpen()) {
            actions = attributed.apply(actions);
        }
    }

    /** Keeps what the ledger answered; the action that it is about, as it is now. */
    Optional<Action> hear(AllocationOutcome outcome) {
        List<Action> before = actions;
        actions = actions.stream()
                .map(action -> action.id().equals(outcome.actionId())
                        ? action.with(outcome.applied(action.allocation()))
                        : action)
                .toList();
        return actions.stream().filter(action -> !before.contains(action)).findFirst();
    }

    /** Gives up the draft, or only the amendment that waits for the committee. */
    void withdraw(String reason, LocalDate on, LocalDate today) {
        if (amendments.pending() != null) {
            amendments = amendments.withdraw(reason, on, today);
        } else {
            workflow = workflow.withdraw(reason, on, today);
        }
    }

    void close() {
        amendments.refuseWhilePending();
        workflow = workflow.close();
        happened = Transition.CLOSED;
    }

    /** Whether no other work programme may stand for this part of the year. */
    boolean isStandingFor(@Nullable Integer otherPart) {
        return workflow.status() != DocumentStatus.WITHDRAWN && Objects.equals(heading.part(), otherPart);
    }

    @Override
    public List<WorkProgrammeEvent> told() {
        return happened == null ? List.of() : List.of(WorkProgrammeEvent.of(happened, this));
    }

    /** What the world is told of the text in force, as it was last adopted or amended. */
    WorkProgrammeEvent standing() {
        return WorkProgrammeEvent.of(amendments.inForce().isEmpty() ? Transition.ADOPTED : Transition.AMENDED, this);
    }

    /** The decision that the present amount of an action rests on. */
    FinancingDecision decisionOn(UUID actionId) {
        return amendments.decisionOn(actionId).orElseGet(this::decision);
    }

    /** The decision that adopted the work programme. */
    FinancingDecision decision() {
        return new FinancingDecision(workflow.decision(), workflow.decidedOn());
    }

    Money total() {
        return Action.total(actions);
    }

    int edition() {
        return workflow.status().isPublic() ? amendments.inForce().size() + 1 : 0;
    }

    /** As an officer would draft what it says now. */
    WorkProgrammeContent content() {
        return new WorkProgrammeContent(
                heading.reference(),
                heading.indicativeProgrammeReference(),
                heading.year(),
                heading.part(),
                heading.title(),
                actions.stream().map(Action::content).toList(),
                heading.sources());
    }

    Heading heading() {
        return heading;
    }

    List<Action> actions() {
        return actions;
    }

    Workflow workflow() {
        return workflow;
    }

    Amendments amendments() {
        return amendments;
    }
}
