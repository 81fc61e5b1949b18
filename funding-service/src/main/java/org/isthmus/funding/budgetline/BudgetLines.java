package org.isthmus.funding.budgetline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.isthmus.funding.attribution.KnownCodes;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;

/** All budget lines: how they are kept and found, and which codes there are. */
@ApplicationScoped
public class BudgetLines implements PanacheRepositoryBase<BudgetLine, UUID> {

    /** Stands for the budget lines of the past, which nobody kept here. */
    public static final String HISTORICAL = "HISTORICAL";

    /** The values that a filter of budget lines takes. */
    public static final Known CODES = new Known(
            "code of a budget line, such as 19 02 01",
            any -> Query.of("select from budget_line where code = value union all select where value = '%s'"
                    .formatted(HISTORICAL)));

    /** Programmes that a line pays for, or that have been told of. */
    private static final Known PROGRAMMES = new Known(
                    KnownCodes.PROGRAMMES.what(),
                    rows -> Query.of("select from budget_line l where l.programme = value union all ")
                            .add(KnownCodes.PROGRAMMES.exists().apply(rows)))
            .heardOn(KnownCodes.PROGRAMMES.topic());

    // formatter:off
    static final ViewTable<BudgetLine> VIEWS = ViewTable.<BudgetLine>of("budget-line", "/v1/budget-lines", BudgetLineView.class)
            .cell("id", "/id")
            .reference(BudgetLine::code, "Its code.").filter("code").known(CODES).sort("code").defaultSort("code").cell("code", "/code")
            .text("title", "/title").cell("heading", "/heading").cell("from", "/from").cell("to", "/to")
            .column("programme", Type.TEXT, BudgetLine::programme, "Code of the programme.").optional().filter().known(PROGRAMMES).facet().csv();
    // formatter:on

    private final Aggregates<BudgetLine, BudgetLineView> aggregates;

    BudgetLines(Store store) {
        aggregates = store.aggregates(this, VIEWS, BudgetLineView::of).writtenAs(BudgetLine::content);
    }

    Aggregates<BudgetLine, BudgetLineView> all() {
        return aggregates;
    }
}
