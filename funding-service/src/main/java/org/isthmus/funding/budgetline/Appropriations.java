package org.isthmus.funding.budgetline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.isthmus.funding.booking.ReversalListener;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;

/** All appropriations: how they are kept and found. */
@ApplicationScoped
class Appropriations implements PanacheRepositoryBase<Appropriation, UUID>, ReversalListener {

    // formatter:off
    static final ViewTable<Appropriation> VIEWS = ViewTable.<Appropriation>of("appropriation", "/v1/appropriations", AppropriationView.class)
            .effective(EffectiveDays.from("effective_on").workedOutBy("appropriation_at"))
            .cell("id", "/id")
            .reference(Appropriation::reference, "Line and year.")
            .column("budget_line", Type.TEXT, Appropriation::budgetLine, "Code of the budget line.").filter("budgetLine").known(BudgetLines.CODES).facet().cell("budgetLine", "/budgetLine")
            .column("year", Type.YEAR, Appropriation::year, "Budget year.").filter().facet().sort().csv()
            .column("kind", Appropriation.Kind.class, Appropriation::kind, "Kind.").filter().facet().csv()
            .column("amount", Type.NUMBER, appropriation -> appropriation.amount().amount(), "Amount, in EUR.").sort().cell("amount", "/amount/amount").cell("currency", "/amount/currency")
            .column("effective_on", Type.DATE, Appropriation::effectiveOn, "Effective day.").sort("effectiveOn").cell("effectiveOn", "/effectiveOn")
            .from("effectiveFrom", "Effective on that day or later.").until("effectiveTo", "Effective on that day or earlier.")
            .column("status", Appropriation.Status.class, Appropriation::status, "Status.").filter().csv().cell("reason", "/reason");
    // formatter:on

    private final Aggregates<Appropriation, AppropriationView> aggregates;

    Appropriations(Store store) {
        aggregates = store.aggregates(this, VIEWS, AppropriationView::of);
    }

    Aggregates<Appropriation, AppropriationView> all() {
        return aggregates;
    }

    AppropriationView add(Appropriation appropriation) {
        persist(appropriation);
        return aggregates.save(appropriation);
    }

    @Override
    public void reversed(Movement original, Movement reversal) {
        find("movementId", original.id()).firstResultOptional().ifPresent(appropriation -> {
            appropriation.reverse(reversal.id());
            aggregates.save(appropriation);
        });
    }
}
