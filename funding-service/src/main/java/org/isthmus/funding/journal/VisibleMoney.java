package org.isthmus.funding.journal;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.security.Caller;

/**
 * What of the money a caller sees.
 *
 * <p>Officers and auditors see all of it, and who acted. Everybody else sees what belongs to no project, such as
 * appropriations and allocations, and what belongs to published ones; balances and totals count the same.
 */
@ApplicationScoped
public class VisibleMoney {

    private static final String PUBLISHED = "select id from known_project where published";

    private final Caller caller;

    VisibleMoney(Caller caller) {
        this.caller = caller;
    }

    public boolean isFull() {
        return caller.hasAnyOf(
                "auditor", "finance-officer", "authorising-officer", "accounting-officer", "programme-officer");
    }

    /** Rows of a table or view with a {@code project_id}. */
    public Scope ofProjects() {
        return isFull() ? Scope.all() : Scope.where(condition("project_id"));
    }

    /** The same as a condition on that column, for a statement of one's own. */
    public String condition(String projectColumn) {
        return isFull() ? "true" : "(%1$s is null or %1$s in (%2$s))".formatted(projectColumn, PUBLISHED);
    }
}
