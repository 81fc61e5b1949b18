package org.isthmus.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be drawn for actions: from the line and year of the allocation, else from those that were decided. */
@ApplicationScoped
public class DrawableAllocations {

    private final EntityManager database;

    DrawableAllocations(EntityManager database) {
        this.database = database;
    }

    public Map<UUID, DrawableAllocation> of(Collection<UUID> actions) {
        if (actions.isEmpty()) {
            return Map.of();
        }
        List<DrawableAllocation> found = database.createQuery("""
                        select new org.isthmus.funding.allocation.DrawableAllocation(
                                   k.id, k.reference, k.workProgrammeId,
                                   coalesce(a.budgetLine, k.budgetLine), coalesce(a.year, k.year), k.decidedOn,
                                   a.amount, k.amount, k.withdrawn)
                          from KnownAction k left join Allocation a on a.actionId = k.id and a.movementId is not null
                         where k.id in :actions and coalesce(a.budgetLine, k.budgetLine) is not null
                        """, DrawableAllocation.class)
                .setParameter("actions", actions)
                .getResultList();
        return found.stream().collect(Collectors.toMap(DrawableAllocation::actionId, Function.identity()));
    }
}
