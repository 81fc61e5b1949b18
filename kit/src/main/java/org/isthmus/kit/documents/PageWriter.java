package org.isthmus.kit.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.lists.AsOf;
import org.isthmus.kit.lists.KnownValues;
import org.isthmus.kit.lists.Past;
import org.jspecify.annotations.Nullable;

/** Writes one page of a list: the stored representations as they are, the link to the next page, totals and facets. */
@ApplicationScoped
class PageWriter {

    private final Cursors cursors;
    private final ObjectMapper json;
    private final Clock clock;

    PageWriter(Cursors cursors, ObjectMapper json, Clock clock) {
        this.cursors = cursors;
        this.json = json;
        this.clock = clock;
    }

    String write(Connection connection, Listing listing, ListRequest request, Scope scope, UriInfo uri, RowFilter rows)
            throws SQLException {
        String list = identity(listing, uri);
        StringBuilder page = new StringBuilder("{\"items\":[");
        String position = "p0";
        Cursors.Place last = null;
        boolean more = false;
        try (PreparedStatement statement =
                        select(listing, request, scope, list, rows).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            int written = 0;
            while (row.next()) {
                position = row.getString(1);
                KnownValues.note(request.asked(), row.getString(2), json);
                request.asked().refuseIfFaulty();
                String body = row.getString(4);
                if (body == null) {
                    break; // the row that carries the position where there is no other
                }
                if (written == request.limit()) {
                    more = true;
                    break;
                }
                page.append(written++ == 0 ? "" : ",").append(trimmed(body, request.fields()));
                last = place(row, request.orders().size());
            }
        }
        page.append(']');
        if (more && last != null) {
            page.append(",\"next\":").append(string(next(uri, cursors.write(list, last))));
        }
        page.append(",\"asOf\":").append(string(AsOf.of(position, new Past(null, request.asOf()), clock.instant())));
        if (request.total() || !request.facets().isEmpty()) {
            page.append(new Counts(json).of(connection, listing, request, scope));
        }
        return page.append('}').toString();
    }

    private Sql select(Listing listing, ListRequest request, Scope scope, String list, RowFilter rows) {
        Sql sql = new Sql()
                .add("select p.position, p.unknown, r.* from (select stream_position() as position, ")
                .add(KnownValues.unknown(request.asked(), rows))
                .add(" as unknown) p left join lateral (select id, body");
        int i = 0;
        for (ListRequest.Order order : request.orders()) {
            sql.add(", cast(%s as text) as k%d".formatted(order.column().sql(), i++));
        }
        sql.add(" from " + listing.table() + " where ");
        Conditions.rows(sql, listing, request, scope, null);
        if (request.cursor() != null) {
            Cursors.Place place = cursors.read(list, request.cursor());
            Conditions.after(sql, request.orders(), place.values(), place.id());
        }
        return sql.add(Conditions.orderBy(request.orders())).add(" limit ?) r on true", request.limit() + 1);
    }

    private static Cursors.Place place(ResultSet row, int keys) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            values.add(row.getString(5 + i));
        }
        return new Cursors.Place(values, row.getObject(3, UUID.class));
    }

    /** The list that a cursor belongs to: same table, same filters, same order. */
    private static String identity(Listing listing, UriInfo uri) {
        TreeMap<String, List<String>> asked = new TreeMap<>(uri.getQueryParameters());
        List.of("cursor", "limit", "total", "facets", "fields", "format").forEach(asked::remove);
        return listing.table() + asked;
    }

    private static String next(UriInfo uri, String cursor) {
        UriBuilder next = UriBuilder.fromPath(uri.getPath().startsWith("/") ? uri.getPath() : "/" + uri.getPath());
        uri.getQueryParameters().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> next.queryParam(name, "{value}").resolveTemplate("value", value));
            }
        });
        return next.queryParam("cursor", cursor).build().toString();
    }

    private String trimmed(String body, List<String> fields) {
        if (fields.isEmpty()) {
            return body;
        }
        try {
            ObjectNode node = (ObjectNode) json.readTree(body);
            List<String> kept = new ArrayList<>(fields);
            kept.add("id");
            return node.retain(kept).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored representation is not JSON", e);
        }
    }

    private String string(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a page", e);
        }
    }
}
