package org.isthmus.funding.allocation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** All allocations, one per action. */
@ApplicationScoped
class Allocations implements PanacheRepositoryBase<Allocation, UUID> {

    static final String DOCUMENT = "allocation_document";

    private final Documents documents;
    private final Outbox outbox;

    Allocations(Documents documents, Outbox outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    Optional<Allocation> findByAction(UUID actionId) {
        return find("actionId", actionId).firstResultOptional();
    }

    /** All that is set aside for the action now; asked after its accounts are locked. */
    Money total(UUID actionId) {
        return findByAction(actionId).map(Allocation::amount).orElseGet(() -> Money.zero(Money.EUR));
    }

    /** True when the action's decision gives money back to the line that it came from. */
    boolean frees(KnownAction action) {
        return !getEntityManager()
                .createQuery("""
                        select 1 from KnownAction k join Allocation a on a.actionId = k.id and a.movementId is not null
                         where k.id = :action
                           and (k.withdrawn or a.budgetLine <> k.budgetLine or a.year <> k.year
                                or coalesce(k.amount, 0) < a.amount)
                        """, Integer.class)
                .setParameter("action", action.id())
                .getResultList()
                .isEmpty();
    }

    /** How things stand for an action at this moment. Loads no entity: it may age. */
    BookedSource bookedSource(KnownAction action) {
        return getEntityManager()
                .createQuery("""
                        select new org.isthmus.funding.allocation.BookedSource(a.budgetLine, a.year, k.workProgrammeVersion)
                          from KnownAction k left join Allocation a on a.actionId = k.id and a.movementId is not null
                         where k.id = :action
                        """, BookedSource.class)
                .setParameter("action", action.id())
                .getSingleResult();
    }

    /** Keeps it as it is now, for readers too, and tells the other services. */
    AllocationView keep(Allocation allocation, Function<Allocation, AllocationEvent> told) {
        if (!isPersistent(allocation)) {
            persist(allocation);
        }
        flush();
        AllocationView view = AllocationView.of(allocation);
        documents.put(DOCUMENT, allocation.id(), allocation.version(), view, columns(allocation));
        outbox.add(told.apply(allocation));
        return view;
    }

    private static Map<String, @Nullable Object> columns(Allocation allocation) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("reference", allocation.reference());
        columns.put("action_id", allocation.actionId());
        columns.put("work_programme_id", allocation.workProgrammeId());
        columns.put("programme", allocation.programme());
        columns.put("budget_line", allocation.budgetLine());
        columns.put("year", allocation.year());
        columns.put("amount", allocation.amount().amount());
        columns.put("status", allocation.status().name());
        return columns;
    }
}
