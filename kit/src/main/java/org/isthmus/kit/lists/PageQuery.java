package org.isthmus.kit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.lists.ListRequest.Order;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one page, in the order asked for.
 *
 * <p>Each way in is read by its own index, up to a page of it, and the ways are merged: rows that everybody sees and rows
 * that only some do; rows whose first sort key is known and, after them, rows where it is unknown. A search looks up its
 * words first and sorts what it found, unless that is very much; then it walks along the order and looks at the words,
 * and all are alike relevant.
 */
record PageQuery<A>(Rows<A> rows, @Nullable Cursor after, Query body) {

    private static final int FEW = 10_000;

    /** What a search found, for the statement's {@code with}. */
    Query found() {
        return rows.request().search() == null
                ? new Query()
                : Query.of("found as materialized (select id, version from ")
                        .add(rows.source())
                        .add(" where ")
                        .add(rows.search())
                        .add(" limit %d)".formatted(FEW + 1));
    }

    Query keys() {
        List<Query> ways = new ArrayList<>();
        for (Query branch : rows.readers().branches()) {
            if (rows.request().search() == null) {
                addWays(ways, rows.source(), branch, new Query());
            } else {
                addWays(
                        ways,
                        rows.ranked(),
                        branch,
                        Query.of(
                                " and (select count(*) from found) <= %d and (id, version) in (select id, version from found)"
                                        .formatted(FEW)));
                addWays(
                        ways,
                        alike(),
                        branch,
                        Query.of(" and (select count(*) from found) > %d and ".formatted(FEW))
                                .add(rows.search()));
            }
        }
        if (ways.size() == 1) {
            return ways.getFirst();
        }
        return Query.of("select * from ((")
                .add(Query.join(") union all (", ways))
                .add(")) w")
                .add(order(""))
                .add(" limit ?", rows.request().limit() + 1);
    }

    private Query alike() {
        return rows.request().isByRelevance()
                ? Query.of("(select *, 0.0 as relevance from ")
                        .add(rows.source())
                        .add(") v")
                : rows.source();
    }

    /** The order of a page's rows by the columns that {@link #keys} gives them. */
    String order(String prefix) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (int i = 0; i < orders().size(); i++) {
            clause.append(prefix + "k" + i)
                    .append(orders().get(i).descending() ? " desc" : "")
                    .append(" nulls last, ");
        }
        return clause.append(prefix + "id")
                .append(rows.request().descending() ? " desc" : "")
                .toString();
    }

    private void addWays(List<Query> ways, Query source, Query branch, Query search) {
        Column<A> first = orders().getFirst().column();
        if (!first.optional()) {
            ways.add(way(source, branch, search, 0));
            return;
        }
        if (after == null || after.values().getFirst() != null) {
            ways.add(
                    way(source, branch, new Query().add(search).add(" and %s is not null".formatted(first.name())), 0));
        }
        ways.add(way(source, branch, new Query().add(search).add(" and %s is null".formatted(first.name())), 1));
    }

    /** The sort keys before {@code from} are unknown in every row. */
    private Query way(Query source, Query branch, Query further, int from) {
        Query way = rows.isComputed()
                ? Query.of("select id, version, ").add(body).add(" as body")
                : Query.of("select id, version");
        int i = 0;
        for (Order<A> order : orders()) {
            way.add(", %s as k%d".formatted(order.column().name(), i++));
        }
        way.add(" from ")
                .add(source)
                .add(" where ")
                .add(branch)
                .add(rows.filters(null))
                .add(further);
        boolean startsAnew = after != null && from == 1 && after.values().getFirst() != null;
        if (after != null && !startsAnew) {
            way.add(" and ").add(beyond(from, after.values(), after.id()));
        }
        return way.add(rows.orderBy(from, from == 0))
                .add(" limit ?", rows.request().limit() + 1);
    }

    /** What comes after the last row, from the i-th sort key on, those before it being equal. */
    private Query beyond(int i, List<@Nullable String> last, UUID id) {
        String sign = rows.request().descending() ? "<" : ">";
        if (i == orders().size()) {
            return Query.of("id %s ?".formatted(sign), id);
        }
        Order<A> order = orders().get(i);
        String name = order.column().name();
        String value = last.get(i);
        if (value == null) { // unknown ones come last
            return Query.of("(%s is null and ".formatted(name))
                    .add(beyond(i + 1, last, id))
                    .add(")");
        }
        String cast = order.column().type().placeholder();
        if (i == orders().size() - 1
                && !(i > 0 && order.column().optional())
                && order.descending() == rows.request().descending()) {
            return Query.of("(%s, id) %s (%s, ?)".formatted(name, sign, cast), value, id);
        }
        String further = order.descending() ? "<" : ">";
        Query beyond = Query.of(
                        "(%s %s= %s and (%s %s %s or ".formatted(name, further, cast, name, further, cast),
                        value,
                        value)
                .add(beyond(i + 1, last, id))
                .add("))");
        return i > 0 && order.column().optional()
                ? Query.of("(%s is null or ".formatted(name)).add(beyond).add(")")
                : beyond;
    }

    private List<Order<A>> orders() {
        return rows.request().orders();
    }
}
