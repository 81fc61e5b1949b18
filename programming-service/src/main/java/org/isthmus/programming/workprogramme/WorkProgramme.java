package org.isthmus.programming.workprogramme;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.Allocation;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.workflow.DocumentStatus;
import org.isthmus.programming.workflow.Opinion;
import org.isthmus.programming.workflow.Workflow;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.FinancingDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a programme finances in a year: priority actions under an indicative programme.
 *
 * <p>Its adoption is the financing decision: complete, after the committee's opinion, within the envelope. From then on
 * its text changes by amendment only: a new edition with a reason, and one that moves much money goes back to the
 * committee first. No action is ever dropped; an amendment may set it to nothing.
 */
@Entity
class WorkProgramme implements Aggregate {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @Embedded
    private Heading heading;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Action> actions;

    /** The text that the committee saw last: amendments are measured against it, so that small ones add up. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Action> seenByCommittee = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Workflow workflow;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Amendment pending;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Amendment.InForce> amendments = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LaterDecision> laterDecisions = List.of();

    /** Why the last amendment was given up, until there is another one. */
    private @Nullable String amendmentWithdrawn;

    @Transient
    private WorkProgrammeEvent.@Nullable Happened happened;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    WorkProgramme() {}

    WorkProgramme(UUID id, WorkProgrammeContent given, Known parent, List<Action> actions) {
        this.id = id;
        this.workflow = Workflow.draft();
        this.heading = Heading.of(given, parent);
        this.actions = actions;
    }

    void revise(WorkProgrammeContent given, Known parent, List<Action> changed) {
        if (!given.reference().equals(heading.reference()) || !parent.id().equals(heading.indicativeProgrammeId())) {
            throw Refusal.conflict(
                    "reference-fixed", "A work programme keeps its reference and its indicative programme");
        }
        workflow = workflow.edit();
        heading = Heading.of(given, parent);
        actions = changed;
    }

    void submit() {
        workflow = workflow.submit();
    }

    /** The committee's opinion on the draft, or on the amendment that waits for it. */
    void hear(Opinion opinion, LocalDate on, LocalDate today) {
        if (pending != null) {
            pending = pending.heard(opinion, on, today);
        } else {
            workflow = workflow.hear(opinion, on, today);
        }
    }

    /** The financing decision on the draft, or on the amendment that waits for it. */
    void adopt(String decision, LocalDate on, LocalDate today, AdoptionRules rules) {
        AdoptionRules.Day day = new AdoptionRules.Day(on, today);
        if (pending != null) {
            Amendment amendment = pending;
            rules.refuseUnlessReady(heading.year(), amendment.actions(), actions, amendment.workflow(), day);
            pending = null;
            takeEffect(
                    amendment.reason(),
                    amendment.actions(),
                    on,
                    decision,
                    amendment.workflow().opinion());
            seenByCommittee = actions;
            return;
        }
        rules.refuseUnlessReady(heading.year(), actions, List.of(), workflow, day);
        workflow = workflow.adopt(decision, on);
        actions = actions.stream()
                .map(action -> action.with(Allocation.asked(null)))
                .toList();
        seenByCommittee = actions;
        happened = WorkProgrammeEvent.Happened.ADOPTED;
    }

    /** Changes the adopted text; says whether that took effect at once, or waits for the committee. */
    boolean amend(String reason, List<Action> changed, LocalDate on, AdoptionRules rules, AmendmentThresholds limits) {
        refuseUnlessAmendable(changed);
        rules.refuseUnlessComplete(heading.year(), changed, actions);
        amendmentWithdrawn = null;
        Money change = Amendment.change(seenByCommittee, changed);
        Optional<String> committee = limits.passedBy(change, AdoptionRules.total(seenByCommittee));
        if (committee.isPresent()) {
            pending = new Amendment(reason, changed, committee.get());
            return false;
        }
        takeEffect(reason, changed, on, null, null);
        return true;
    }

    /** An amendment takes effect on a day that has come, and not before the text that it amends. */
    void refuseDay(LocalDate on, LocalDate today) {
        LocalDate before = amendments.isEmpty()
                ? workflow.decidedOn()
                : amendments.getLast().date();
        new Faults()
                .require(!on.isAfter(today), "/adoptedOn", "date-in-future", "An act is recorded once it is done.")
                .require(
                        before == null || !on.isBefore(before),
                        "/adoptedOn",
                        "date-before-adoption",
                        "The text that it amends is of %s.".formatted(before))
                .refuseIfAny(Refusal.Kind.INVALID, "amendment-invalid", "The day of the amendment can't be");
    }

    private void refuseUnlessAmendable(List<Action> changed) {
        if (workflow.status() != DocumentStatus.ADOPTED) {
            throw Refusal.conflict(
                    "not-adopted",
                    "Only an adopted work programme is amended, and this is %s".formatted(workflow.status()));
        }
        if (pending != null) {
            throw Refusal.conflict(
                    "amendment-pending", "An amendment waits for the committee: adopt or withdraw it first");
        }
        Amendment.refuseDropping(actions, changed);
    }

    private void takeEffect(
            String reason, List<Action> changed, LocalDate on, @Nullable String decision, @Nullable Opinion opinion) {
        FinancingDecision by = new FinancingDecision(decision, on);
        laterDecisions = LaterDecision.after(by, changed, this);
        actions = Amendment.asking(changed, actions);
        List<Amendment.InForce> all = new ArrayList<>(amendments);
        all.add(new Amendment.InForce(all.size() + 2, reason, on, decision, opinion));
        amendments = List.copyOf(all);
        happened = WorkProgrammeEvent.Happened.AMENDED;
    }

    /** Keeps what the ledger answered; the action that it is about, as it is now. */
    Optional<Action> hear(AllocationOutcome outcome) {
        actions = actions.stream()
                .map(action -> action.id().equals(outcome.actionId())
                        ? action.with(outcome.applied(action.allocation()))
                        : action)
                .toList();
        return actions.stream()
                .filter(action -> action.id().equals(outcome.actionId()))
                .findFirst();
    }

    /** Gives up the draft, or only the amendment that waits for the committee. */
    void withdraw(String reason) {
        if (pending != null) {
            pending = null;
            amendmentWithdrawn = reason;
        } else {
            workflow = workflow.withdraw(reason);
        }
    }

    void close() {
        if (pending != null) {
            throw Refusal.conflict(
                    "amendment-pending", "An amendment waits for the committee: adopt or withdraw it first");
        }
        workflow = workflow.close();
        happened = WorkProgrammeEvent.Happened.CLOSED;
    }

    /** Whether no other work programme may stand for this part of the year. */
    boolean isStandingFor(@Nullable Integer otherPart) {
        return workflow.status() != DocumentStatus.WITHDRAWN && Objects.equals(heading.part(), otherPart);
    }

    @Override
    public List<WorkProgrammeEvent> told() {
        return happened == null ? List.of() : List.of(WorkProgrammeEvent.of(happened, this));
    }

    /** The decision that the present amount of an action rests on. */
    FinancingDecision decisionOn(UUID actionId) {
        return laterDecisions.stream()
                .filter(later -> later.actionId().equals(actionId))
                .map(LaterDecision::decision)
                .findFirst()
                .orElseGet(this::decision);
    }

    /** The decision that adopted the work programme. */
    FinancingDecision decision() {
        return new FinancingDecision(workflow.decision(), workflow.decidedOn());
    }

    Money total() {
        return AdoptionRules.total(actions);
    }

    int edition() {
        return workflow.status().isPublic() ? amendments.size() + 1 : 0;
    }

    @Override
    public UUID id() {
        return id;
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

    @Override
    public int version() {
        return version;
    }

    List<Action> actions() {
        return actions;
    }

    Workflow workflow() {
        return workflow;
    }

    @Nullable
    Amendment pending() {
        return pending;
    }

    List<Amendment.InForce> amendments() {
        return amendments;
    }

    @Nullable
    String amendmentWithdrawn() {
        return amendmentWithdrawn;
    }
}
