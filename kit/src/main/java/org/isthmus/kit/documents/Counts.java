package org.isthmus.kit.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isthmus.kit.lists.Facet;

/** Counts what a list holds in one statement: its total, and for each facet its values, each excluding its own filter. */
final class Counts {

    private static final int MOST_VALUES = 300;

    private final ObjectMapper json;

    Counts(ObjectMapper json) {
        this.json = json;
    }

    /** The members {@code total} and {@code facets} of a page, with their leading commas. */
    String of(Connection connection, Listing listing, ListRequest request, Scope scope) throws SQLException {
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        request.facets().forEach(facet -> facets.put(facet, new ArrayList<>()));
        long total = 0;
        try (PreparedStatement statement = select(listing, request, scope).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                List<Facet> facet = facets.get(row.getString(1));
                if (facet == null) {
                    total = row.getLong(3);
                } else {
                    facet.add(new Facet(row.getString(2), row.getLong(3)));
                }
            }
        }
        return (request.total() ? ",\"total\":" + total : "")
                + (facets.isEmpty() ? "" : ",\"facets\":" + write(facets));
    }

    private static Sql select(Listing listing, ListRequest request, Scope scope) {
        Sql sql = new Sql().add("select '' as facet, '' as value, count(*) as n from " + listing.table() + " where ");
        if (request.total()) {
            Conditions.rows(sql, listing, request, scope, null);
        } else {
            sql.add("false");
        }
        for (String facet : request.facets()) {
            Listing.Column column =
                    Objects.requireNonNull(listing.filters().get(facet)).column();
            sql.add(" union all (select '%s', value, count(*) from (select %s as value from %s where "
                    .formatted(facet, values(column), listing.table()));
            Conditions.rows(sql, listing, request, scope, facet);
            sql.add(") v group by value order by count(*) desc, value limit " + MOST_VALUES + ")");
        }
        return sql;
    }

    private static String values(Listing.Column column) {
        String text = "cast(%s as %s)".formatted(column.sql(), column.type().isMany() ? "text[]" : "text");
        return column.type().isMany()
                ? "unnest(case when %s = '{}' then array['none'] else %s end)".formatted(column.sql(), text)
                : "coalesce(%s, 'none')".formatted(text);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write facets", e);
        }
    }
}
