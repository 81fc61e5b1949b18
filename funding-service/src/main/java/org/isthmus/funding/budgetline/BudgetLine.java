package org.isthmus.funding.budgetline;

import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A line of the budget nomenclature, such as 19 02 01; its code never changes and is never reused. */
@Entity
class BudgetLine extends Aggregate {

    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    @Nullable
    private String heading;

    @Nullable
    private String existedFrom;

    @Nullable
    private String existedTo;

    @Nullable
    private String programme;

    BudgetLine() {} // for Hibernate

    BudgetLine(NewBudgetLine asked) {
        this.code = asked.code();
        become(asked);
    }

    void revise(NewBudgetLine asked) {
        if (!asked.code().equals(code)) {
            throw Refusal.conflict("code-fixed", "The code of budget line %s never changes".formatted(code));
        }
        become(asked);
    }

    private void become(NewBudgetLine asked) {
        PartialDate from = asked.from();
        PartialDate to = asked.to();
        title = asked.title();
        heading = asked.heading();
        existedFrom = from == null ? null : from.written();
        existedTo = to == null ? null : to.written();
        programme = asked.programme();
    }

    /** What an officer said of it. */
    NewBudgetLine content() {
        return new NewBudgetLine(
                code,
                title,
                heading,
                existedFrom == null ? null : PartialDate.parse(existedFrom),
                existedTo == null ? null : PartialDate.parse(existedTo),
                programme);
    }

    String code() {
        return code;
    }

    @Nullable
    String programme() {
        return programme;
    }
}
