package org.isthmus.funding.budgetline;

import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A heading of the budget nomenclature, such as 19 02 01; its code is never reused. */
@Entity
class BudgetLine extends Aggregate {

    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    @Nullable
    private String programme;

    BudgetLine() {} // for Hibernate

    BudgetLine(NewBudgetLine asked) {
        this.code = asked.code();
        this.title = asked.title();
        this.programme = asked.programmeCode();
    }

    String code() {
        return code;
    }

    Text title() {
        return title;
    }

    @Nullable
    String programme() {
        return programme;
    }
}
