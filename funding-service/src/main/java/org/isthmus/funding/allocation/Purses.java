package org.isthmus.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The purses of all actions that have a line and year: the one that the allocation has, else the one decided. */
@ApplicationScoped
public class Purses {

    private final EntityManager database;

    Purses(EntityManager database) {
        this.database = database;
    }

    public Map<UUID, Purse> of(Collection<UUID> actions) {
        if (actions.isEmpty()) {
            return Map.of();
        }
        List<Purse> found = database.createQuery("""
                        select new org.isthmus.funding.allocation.Purse(
                                   k.id, k.reference, k.workProgrammeId,
                                   coalesce(a.budgetLine, k.budgetLine), coalesce(a.year, k.year), k.decidedOn,
                                   a.amount, k.amount, k.withdrawn)
                          from KnownAction k left join Allocation a on a.actionId = k.id and a.movementId is not null
                         where k.id in :actions and coalesce(a.budgetLine, k.budgetLine) is not null
                        """, Purse.class)
                .setParameter("actions", actions)
                .getResultList();
        return found.stream().collect(Collectors.toMap(Purse::actionId, Function.identity()));
    }
}
