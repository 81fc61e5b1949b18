package org.isthmus.kit.access;

import java.util.List;
import org.isthmus.kit.query.Query;

/**
 * The rows of a table that an {@link Audience} may see, as conditions that exclude each other. Each one starts with the
 * column {@code visible}, and so does every index of a list, so that each is read in the order that is asked for.
 */
public record RowFilter(List<Query> branches, Query own) {

    static final RowFilter PUBLIC = new RowFilter(List.of(Query.of("visible")), new Query());
    static final RowFilter EVERYTHING =
            new RowFilter(List.of(Query.of("visible"), Query.of("not visible")), new Query());

    /** What is public, and what an expression of the table, a list of ids and references, says to be one's own. */
    static RowFilter publicOr(String owners, String organisation) {
        return of(Query.of(owners + " @> array[cast(? as text)]", organisation));
    }

    private static RowFilter of(Query own) {
        return new RowFilter(
                List.of(Query.of("visible"), Query.of("not visible and ").add(own)), own);
    }

    /** Whether its reader sees all rows, whoever may see them besides. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** The same of former rows: whose they are is said by the present row of the same thing, in this table. */
    public RowFilter inPast(String present) {
        return own.toString().isEmpty()
                ? this
                : of(Query.of("id in (select id from %s where ".formatted(present))
                        .add(own)
                        .add(")"));
    }

    /** All of it as one condition. */
    public Query condition() {
        return isEverything()
                ? Query.of("true")
                : Query.of("((").add(Query.join(") or (", branches)).add("))");
    }
}
