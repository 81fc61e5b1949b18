package org.isthmus.programming.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.Allocation;
import org.isthmus.programming.workflow.Opinion;
import org.isthmus.programming.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** A new text of an adopted work programme that waits for the committee; the adopted text stays in force meanwhile. */
public record Amendment(String reason, List<Action> actions, Workflow workflow, String committeeBecause) {

    Amendment(String reason, List<Action> actions, String committeeBecause) {
        this(reason, actions, Workflow.committee(), committeeBecause);
    }

    Amendment heard(Opinion opinion, LocalDate on, LocalDate today) {
        return new Amendment(reason, actions, workflow.hear(opinion, on, today), committeeBecause);
    }

    /** An amendment that took effect. */
    @Schema(name = "AmendmentInForce", description = "An amendment that took effect.")
    public record InForce(
            @Schema(required = true, description = "Which text of the work programme it made; the adopted one is 1.")
            int edition,

            @Schema(required = true) String reason,
            @Schema(required = true) LocalDate date,
            @Nullable String financingDecision,
            @Nullable Opinion opinion) {}

    /** Refuses a text that leaves out what is adopted, naming each action. */
    public static void refuseDropping(List<Action> adopted, List<Action> changed) {
        Faults faults = new Faults();
        adopted.stream()
                .filter(action -> changed.stream().noneMatch(other -> other.id().equals(action.id())))
                .forEach(action -> faults.add(
                        "/actions",
                        "action-dropped",
                        "%s is adopted: set it to 0.00 instead of leaving it out.".formatted(action.reference())));
        faults.refuseIfAny(Refusal.Kind.CONFLICT, "action-dropped", "An adopted action stays in the work programme");
    }

    /** The new text, asking the ledger for what differs and keeping its answers to the rest. */
    public static List<Action> asking(List<Action> changed, List<Action> before) {
        return changed.stream()
                .map(action -> {
                    Optional<Action> earlier = before.stream()
                            .filter(other -> other.id().equals(action.id()))
                            .findFirst();
                    Allocation known = earlier.map(Action::allocation).orElse(null);
                    boolean same = earlier.filter(action::asksLike).isPresent();
                    return action.with(same ? known : Allocation.asked(known));
                })
                .toList();
    }

    /** How much money two texts put differently: the larger of all that grows and all that shrinks. */
    static Money change(List<Action> before, List<Action> after) {
        Money grown = Money.zero(Money.EUR);
        Money shrunk = Money.zero(Money.EUR);
        for (Action action : after) {
            Money old = before.stream()
                    .filter(earlier -> earlier.id().equals(action.id()))
                    .map(Action::amount)
                    .reduce(Money.zero(Money.EUR), Money::plus);
            Money difference = action.amount().minus(old);
            grown = difference.isPositive() ? grown.plus(difference) : grown;
            shrunk = difference.isPositive() ? shrunk : shrunk.minus(difference);
        }
        return grown.isMoreThan(shrunk) ? grown : shrunk;
    }
}
