package org.isthmus.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Amounts;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.Decision;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** What an officer adds to actions' allocations, up to their financing decisions. */
@ApplicationScoped
public class Allocate {

    private final Allocations allocations;
    private final KnownActions actions;

    Allocate(Allocations allocations, KnownActions actions) {
        this.allocations = allocations;
        this.actions = actions;
    }

    /** One decision per request; those of one batch know of each other. */
    public List<Decision> decisions(List<NewAllocation> asked, String by) {
        Map<UUID, KnownAction> known =
                actions.byId(asked.stream().map(NewAllocation::actionId).collect(Collectors.toSet()));
        Map<UUID, Money> totals = new HashMap<>();
        return asked.stream()
                .<Decision>map(one -> decision(one, known.get(one.actionId()), by, totals))
                .toList();
    }

    private Decision decision(NewAllocation one, @Nullable KnownAction action, String by, Map<UUID, Money> totals) {
        if (action == null || !Amounts.isPositive(one.amount(), new Faults())) {
            return new Impossible(one, action);
        }
        return new SetAside(
                action, total -> total.plus(one.amount()), one.effectiveOn(), one.reason(), by, allocations, totals);
    }

    /** A request that is wrong before the books are looked at. */
    private record Impossible(NewAllocation asked, @Nullable KnownAction action) implements Decision {

        @Override
        public List<AccountKey> accounts() {
            return List.of();
        }

        @Override
        public @Nullable Posting decide(Books books, Faults faults) {
            faults.require(
                    action != null,
                    "/actionId",
                    "financing-decision-missing",
                    "No financing decision names an action %s.".formatted(asked.actionId()));
            Amounts.isPositive(asked.amount(), faults);
            return null;
        }

        @Override
        public Object booked(Movement movement) {
            throw new IllegalStateException("Nothing was booked");
        }
    }
}
