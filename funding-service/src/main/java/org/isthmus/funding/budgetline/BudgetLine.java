package org.isthmus.funding.budgetline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A heading of the budget nomenclature, such as 19 02 01; its code is never reused. */
@Entity
class BudgetLine implements Aggregate {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text title;

    @Nullable
    private String programme;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    BudgetLine() {}

    BudgetLine(NewBudgetLine asked) {
        this.id = Ids.next();
        this.code = asked.code();
        this.title = asked.title();
        this.programme = asked.programmeCode();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
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
