package org.isthmus.programming.amendment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.workflow.Opinion;
import org.jspecify.annotations.Nullable;

/**
 * The amendments of a work programme, as one immutable value: each act gives the next one.
 *
 * <p>An amendment takes effect at once, or waits for the committee where it passes a threshold. It is measured against
 * the text that the committee saw last, so that small ones add up.
 *
 * @param seenByCommittee the actions that the committee saw last
 * @param pending the amendment that waits for the committee
 * @param inForce those that took effect, in their order
 * @param laterDecisions which decision each action rests on since the last one
 * @param withdrawn why the last amendment was given up, until there is another one
 * @param withdrawnOn the day on which it was given up
 */
@Embeddable
public record Amendments(
        @JdbcTypeCode(SqlTypes.JSON) List<Action> seenByCommittee,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Amendment pending,

        @Column(name = "amendments") @JdbcTypeCode(SqlTypes.JSON)
        List<Amendment.InForce> inForce,

        @JdbcTypeCode(SqlTypes.JSON) List<LaterDecision> laterDecisions,
        @Column(name = "amendment_withdrawn") @Nullable String withdrawn,
        @Column(name = "amendment_withdrawn_on") @Nullable LocalDate withdrawnOn) {

    /** None yet; the committee has seen these actions. */
    public static Amendments none(List<Action> seen) {
        return new Amendments(seen, null, List.of(), List.of(), null, null);
    }

    /** A new text, from a day on: it takes effect, or, beyond the thresholds, it waits for the committee. */
    public Amendments propose(
            String reason, List<Action> changed, LocalDate on, TextInForce text, AmendmentThresholds limits) {
        Optional<String> committee =
                limits.passedBy(Amendment.change(seenByCommittee, changed), Action.total(seenByCommittee));
        return committee
                .map(because -> new Amendments(
                        seenByCommittee, new Amendment(reason, changed, because), inForce, laterDecisions, null, null))
                .orElseGet(() -> inEffect(
                        changed, new Amendment.InForce(nextEdition(), reason, on, null, null), text, seenByCommittee));
    }

    /** The committee's opinion on the amendment that waits for it. */
    public Amendments hear(Opinion opinion, LocalDate on, LocalDate today) {
        Amendment heard = waiting().heard(opinion, on, today);
        return new Amendments(seenByCommittee, heard, inForce, laterDecisions, null, null);
    }

    /** The decision on the amendment that the committee has seen: it takes effect. */
    public Amendments adopt(String decision, LocalDate on, TextInForce text) {
        Amendment amendment = waiting();
        Amendment.InForce done = new Amendment.InForce(
                nextEdition(),
                amendment.reason(),
                on,
                decision,
                amendment.workflow().opinion());
        return inEffect(amendment.actions(), done, text, amendment.actions());
    }

    /** Gives up the amendment that waits for the committee, on a day that has come. */
    public Amendments withdraw(String reason, LocalDate on, LocalDate today) {
        waiting().workflow().refuseWithdrawal(on, today);
        return new Amendments(seenByCommittee, null, inForce, laterDecisions, reason, on);
    }

    /** Refuses a second amendment, or an end, while one waits for the committee. */
    public void refuseWhilePending() {
        if (pending != null) {
            throw Refusal.conflict(
                    "amendment-pending", "An amendment waits for the committee: adopt or withdraw it first");
        }
    }

    /** Refuses a day that has not come, or one before the text that is amended; the pointer names the field. */
    public void refuseDay(LocalDate on, LocalDate today, @Nullable LocalDate adoptedOn, String pointer) {
        LocalDate before = inForce.isEmpty() ? adoptedOn : inForce.getLast().date();
        new Faults()
                .require(!on.isAfter(today), pointer, "in-the-future", "An act is recorded once it is done.")
                .require(
                        before == null || !on.isBefore(before),
                        pointer,
                        "date-before-adoption",
                        "The text that it amends is of %s.".formatted(before))
                .refuseIfAny(Refusal.Kind.INVALID, "amendment-invalid", "The day of the amendment can't be");
    }

    /** The decision that the present amount of an action rests on, since an amendment said so. */
    public Optional<FinancingDecision> decisionOn(UUID actionId) {
        return laterDecisions.stream()
                .filter(later -> later.actionId().equals(actionId))
                .map(LaterDecision::decision)
                .findFirst();
    }

    private Amendment waiting() {
        if (pending == null) {
            throw new IllegalStateException("No amendment waits");
        }
        return pending;
    }

    private Amendments inEffect(List<Action> changed, Amendment.InForce done, TextInForce text, List<Action> seen) {
        List<Amendment.InForce> all = new ArrayList<>(inForce);
        all.add(done);
        FinancingDecision by = new FinancingDecision(done.financingDecision(), done.date());
        List<LaterDecision> decisions = changed.stream()
                .map(action -> LaterDecision.of(by, action, text, decisionOn(action.id())))
                .toList();
        return new Amendments(seen, null, List.copyOf(all), decisions, null, null);
    }

    private int nextEdition() {
        return inForce.size() + 2;
    }
}
