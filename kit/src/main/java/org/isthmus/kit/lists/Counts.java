package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.lists.ListOffer.Filter;
import org.isthmus.kit.query.Query;

/** Counts what a list holds in one statement: its total, and for each facet its values, each excluding its own filter. */
record Counts(ObjectMapper json) {

    private static final int MOST_VALUES = 300;

    private record Count(String facet, String value, long rows) {}

    /** The members {@code total} and {@code facets} of a page, with their leading commas. */
    <A> String of(DataSource database, Rows<A> rows) {
        ListRequest<A> request = rows.request();
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        request.facets().forEach(facet -> facets.put(facet, new ArrayList<>()));
        long total = 0;
        List<Count> counts =
                statement(rows).list(database, row -> new Count(row.text("facet"), row.text("value"), row.number("n")));
        for (Count count : counts) {
            if (count.facet().isEmpty()) {
                total = count.rows();
            } else {
                Objects.requireNonNull(facets.get(count.facet())).add(new Facet(count.value(), count.rows()));
            }
        }
        return (request.total() ? ",\"total\":" + total : "")
                + (facets.isEmpty() ? "" : ",\"facets\":" + Json.write(json, facets));
    }

    private static <A> Query statement(Rows<A> rows) {
        List<Query> counts = new ArrayList<>();
        if (rows.request().total()) {
            counts.add(Query.of("select '' as facet, '' as value, count(*) as n from ")
                    .add(rows.source())
                    .add(" where ")
                    .add(rows.matches(null)));
        }
        for (String facet : rows.request().facets()) {
            ViewTable<A> table = rows.request().table();
            Filter filter = Objects.requireNonNull(table.offer().filter(facet));
            Column<A> column = table.column(filter.column());
            counts.add(Query.of("(select '%s' as facet, value, count(*) as n from (select %s as value from "
                            .formatted(facet, values(column, filter.noneColumn())))
                    .add(rows.source())
                    .add(" where ")
                    .add(rows.matches(facet))
                    .add(") v group by value order by count(*) desc, value limit " + MOST_VALUES + ")"));
        }
        return rows.with(new Query()).add(Query.join(" union all ", counts));
    }

    private static String values(Column<?> column, String noneBy) {
        String text = "cast(%s as %s)".formatted(column.name(), column.type().isMany() ? "text[]" : "text");
        return column.type().isMany()
                ? "unnest(case when %s = '{}' then array_append(%s, 'none') else %s end)".formatted(noneBy, text, text)
                : "coalesce(%s, 'none')".formatted(text);
    }
}
