package org.isthmus.funding.allocation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.funding.attribution.KnownAction;
import org.isthmus.funding.attribution.KnownCodes;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Money;

/** All allocations, one per action. */
@ApplicationScoped
public class Allocations implements PanacheRepositoryBase<Allocation, UUID>, Reconciled {

    // formatter:off
    static final ViewTable<Allocation> VIEWS = ViewTable.<Allocation>of("allocation", "/v1/allocations", AllocationView.class)
            .effective(EffectiveDays.from("effective_on").possiblyFrom("effective_first").workedOutBy("allocation_at"))
            .cell("id", "/id")
            .reference(Allocation::reference, "Reference of the action.").cell("action", "/reference")
            .column("action_id", Type.UUID, Allocation::actionId, "Id of the action.").filter("actionId").known(KnownCodes.ACTIONS)
            .column("work_programme_id", Type.UUID, Allocation::workProgrammeId, "Id of the work programme.").filter("workProgrammeId").known(KnownCodes.WORK_PROGRAMMES)
            .column("programme", Type.TEXT, Allocation::programme, "Code of the programme.").filter().known(KnownCodes.PROGRAMMES).facet().csv()
            .column("budget_line", Type.TEXT, Allocation::budgetLine, "Code of the budget line.").optional().filter("budgetLine").known(BudgetLines.CODES).facet().cell("budgetLine", "/budgetLine/code")
            .column("year", Type.YEAR, Allocation::year, "Budget year.").filter().facet().sort().cell("year", "/budgetLine/year")
            .column("status", Allocation.Status.class, Allocation::status, "Status.").filter().facet().csv()
            .column("amount", Type.NUMBER, allocation -> allocation.amount().amount(), "Amount, in EUR.").sort().cell("amount", "/amount/amount").cell("currency", "/amount/currency")
            .from("amountFrom", "At least this amount.").until("amountTo", "At most this amount.")
            .cell("refusal", "/refusal/detail");
    // formatter:on

    private final Aggregates<Allocation, AllocationView> aggregates;

    Allocations(Store store) {
        aggregates = store.aggregates(this, VIEWS, AllocationView::of);
    }

    Aggregates<Allocation, AllocationView> all() {
        return aggregates;
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

    /** What can be drawn for actions: from the line and year of the allocation, else from those that were decided. */
    public Map<UUID, DrawableAllocation> drawable(Collection<UUID> actions) {
        if (actions.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery("""
                        select new org.isthmus.funding.allocation.DrawableAllocation(
                                   k.id, k.reference, k.workProgrammeId,
                                   coalesce(a.budgetLine, k.budgetLine), coalesce(a.year, k.year), k.decidedOn,
                                   a.amount, k.amount, k.withdrawn)
                          from KnownAction k left join Allocation a on a.actionId = k.id and a.movementId is not null
                         where k.id in :actions and coalesce(a.budgetLine, k.budgetLine) is not null
                        """, DrawableAllocation.class)
                .setParameter("actions", actions)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(DrawableAllocation::actionId, Function.identity()));
    }

    /** How things stand for an action at this moment. Loads no entity: it may age. */
    SourceChange.Booked bookedSource(KnownAction action) {
        return getEntityManager()
                .createQuery("""
                        select new org.isthmus.funding.allocation.SourceChange$Booked(a.budgetLine, a.year, k.workProgrammeVersion)
                          from KnownAction k left join Allocation a on a.actionId = k.id and a.movementId is not null
                         where k.id = :action
                        """, SourceChange.Booked.class)
                .setParameter("action", action.id())
                .getSingleResult();
    }

    /** Keeps it as it is now, a new one too. */
    AllocationView keep(Allocation allocation) {
        persist(allocation);
        return aggregates.save(allocation);
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of("funding.allocations", "allocation", """
                        select action_id as key, action_id as id, version, reference as name, amount from allocation
                        """).amounts("amount"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return find("actionId in ?1 order by actionId", keys).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .flatMap(allocation -> allocation.standing().stream())
                .toList();
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check(
                "ALLOCATIONS",
                "Each allocation is what the books set aside for its action",
                "select count(*) from allocation",
                """
            select a.reference, round(coalesce(b.amount, 0), 2)::text, round(a.amount, 2)::text
              from allocation a
              left join (select c.action_id, sum(e.measured) as amount from entry e join account c on c.id = e.account_id
                          where e.measure = 'ALLOCATED' group by c.action_id) b on b.action_id = a.action_id
             where a.amount <> coalesce(b.amount, 0)
            """));
    }
}
