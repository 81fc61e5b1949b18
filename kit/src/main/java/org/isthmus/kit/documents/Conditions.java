package org.isthmus.kit.documents;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.isthmus.kit.lists.Asked;
import org.jspecify.annotations.Nullable;

/** The where clause of a list: time, scope, filters, ranges, search, and where the last page ended. */
final class Conditions {

    private Conditions() {}

    /** All but the page's place; one filter may be left out, as a facet does with its own. */
    static void rows(Sql sql, Listing listing, ListRequest request, Scope scope, @Nullable String without) {
        at(sql, request.asOf());
        sql.add(" and ").add(scope);
        request.filters().forEach((name, values) -> {
            if (!name.equals(without)) {
                Listing.Filter filter = Objects.requireNonNull(listing.filters().get(name));
                filter(sql.add(" and "), filter.column(), values);
            }
        });
        request.ranges().forEach((name, value) -> {
            Listing.Range range = Objects.requireNonNull(listing.ranges().get(name));
            sql.add(" and %s %s ?".formatted(range.column().sql(), range.operator()), value);
        });
        if (request.query() != null) {
            sql.add(
                    " and %s @@ to_tsquery('simple', ?)"
                            .formatted(listing.search().orElseThrow().column()),
                    request.query());
        }
    }

    /** The versions that stood at an instant; without one the present versions. */
    static void at(Sql sql, @Nullable Instant asOf) {
        if (asOf == null) {
            sql.add("superseded_at is null");
        } else {
            sql.add("recorded_at <= ?", asOf).add(" and (superseded_at is null or superseded_at > ?)", asOf);
        }
    }

    private static void filter(Sql sql, Listing.Column column, List<Object> values) {
        boolean none = values.contains(Asked.NONE);
        List<Object> given =
                values.stream().filter(value -> !Asked.NONE.equals(value)).toList();
        sql.add("(");
        if (!given.isEmpty()) {
            sql.add(column.sql() + (column.type().isMany() ? " && ?" : " = any (?)"), given);
        }
        if (none) {
            sql.add(given.isEmpty() ? "" : " or ")
                    .add(column.sql() + (column.type().isMany() ? " = '{}'" : " is null"));
        }
        if (given.isEmpty() && !none) {
            sql.add("true");
        }
        sql.add(")");
    }

    /** Only what comes after the row that ended the last page. */
    static void after(Sql sql, List<ListRequest.Order> orders, List<@Nullable String> last, UUID lastId) {
        ListRequest.Order first = orders.getFirst();
        if (orders.size() == 1 && !first.column().nullable()) {
            sql.add(" and (%s, id) %s (".formatted(first.column().sortable(), first.descending() ? "<" : ">"))
                    .add(cast(first.column()), last.getFirst())
                    .add(", ?)", lastId);
            return;
        }
        sql.add(" and (");
        for (int i = 0; i <= orders.size(); i++) {
            sql.add(i == 0 ? "(" : " or (");
            for (int same = 0; same < i; same++) {
                equal(sql, orders.get(same).column(), last.get(same));
                sql.add(" and ");
            }
            if (i == orders.size()) {
                sql.add("id " + (first.descending() ? "<" : ">") + " ?", lastId);
            } else {
                beyond(sql, orders.get(i), last.get(i));
            }
            sql.add(")");
        }
        sql.add(")");
    }

    private static void equal(Sql sql, Listing.Column column, @Nullable String value) {
        if (value == null) {
            sql.add(column.sql() + " is null");
        } else {
            sql.add(column.sql() + " = " + cast(column), value);
        }
    }

    /** Nulls come last, so nothing is beyond a null and a null is beyond everything else. */
    private static void beyond(Sql sql, ListRequest.Order order, @Nullable String value) {
        Listing.Column column = order.column();
        if (value == null) {
            sql.add("false");
            return;
        }
        sql.add("(%s %s ".formatted(column.sortable(), order.descending() ? "<" : ">"))
                .add(cast(column), value)
                .add(column.nullable() ? " or %s is null)".formatted(column.sql()) : ")");
    }

    private static String cast(Listing.Column column) {
        return "cast(? as " + column.type().sql + ")";
    }

    static String orderBy(List<ListRequest.Order> orders) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (ListRequest.Order order : orders) {
            clause.append(order.column().sortable())
                    .append(order.descending() ? " desc" : "")
                    .append(order.column().nullable() ? " nulls last" : "")
                    .append(", ");
        }
        return clause.append("id")
                .append(orders.getFirst().descending() ? " desc" : "")
                .toString();
    }
}
