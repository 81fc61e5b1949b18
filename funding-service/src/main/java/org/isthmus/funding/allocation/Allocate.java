package org.isthmus.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.booking.Amounts;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.funding.booking.RefusedRequest;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What an officer adds to actions' allocations, up to their financing decisions. */
@ApplicationScoped
public class Allocate implements MovementKind<NewAllocation> {

    private final Allocations allocations;
    private final KnownActions actions;
    private final CopyAge age;

    Allocate(Allocations allocations, KnownActions actions, CopyAge age) {
        this.allocations = allocations;
        this.actions = actions;
        this.age = age;
    }

    @Override
    public Class<NewAllocation> body() {
        return NewAllocation.class;
    }

    /** One decision per request; those of one batch know of each other. */
    @Override
    public List<Decision<AllocationView>> decisions(List<NewAllocation> asked, String by) {
        Map<UUID, KnownAction> known =
                actions.byId(asked.stream().map(NewAllocation::actionId).collect(Collectors.toSet()));
        Map<UUID, Money> totals = new HashMap<>();
        return asked.stream()
                .<Decision<AllocationView>>map(one -> decision(one, known.get(one.actionId()), by, totals))
                .toList();
    }

    @Produces
    BodyCheck<NewAllocation> check() {
        return alone();
    }

    @Override
    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    public void meaning(NewAllocation asked, Faults faults) {
        UUID action = asked.actionId();
        check(asked, action == null || actions.byId(Set.of(action)).containsKey(action), faults);
    }

    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    private void check(NewAllocation asked, boolean isKnown, Faults faults) {
        if (!isKnown) {
            faults.add(
                    "/actionId",
                    "financing-decision-missing",
                    "No financing decision names an action %s. %s"
                            .formatted(asked.actionId(), age.words(KnownActions.TOPIC)));
        }
        if (asked.amount() != null) {
            Amounts.isPositive(asked.amount(), faults);
        }
    }

    private Decision<AllocationView> decision(
            NewAllocation one, @Nullable KnownAction action, String by, Map<UUID, Money> totals) {
        Faults faults = new Faults();
        check(one, action != null, faults);
        if (action == null || !faults.isEmpty()) {
            return new RefusedRequest<>(faults.list());
        }
        return new BookAllocation(
                action,
                total -> total.plus(one.amount()),
                BookAllocation.Day.exactly(one.effectiveOn()),
                one.reason(),
                by,
                allocations,
                totals);
    }
}
