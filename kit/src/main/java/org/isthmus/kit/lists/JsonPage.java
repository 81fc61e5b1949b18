package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.isthmus.kit.access.BoundedReads;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jspecify.annotations.Nullable;

/** Writes one page of a list: the stored bodies as they are, the link to the next page, totals and facets. */
@ApplicationScoped
class JsonPage {

    /** A row of the page's statement; where there is no row, its id is null. */
    private record Found(
            String position,
            @Nullable String unknown,
            @Nullable Long dateUnknown,
            @Nullable UUID id,
            @Nullable String body,
            Cursor place) {}

    private final DataSource database;
    private final BoundedReads reads;
    private final Cursors cursors;
    private final ObjectMapper json;
    private final Clock clock;

    JsonPage(DataSource database, BoundedReads reads, Cursors cursors, ObjectMapper json, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.cursors = cursors;
        this.json = json;
        this.clock = clock;
    }

    <A> String write(Rows<A> asked, Query body, UriInfo uri) {
        ListRequest<A> request = asked.request();
        String list = identity(request, uri);
        Cursor after = request.cursor() == null ? null : cursors.read(list, request.cursor());
        boolean isApproximate = after != null && after.approximate();
        Rows<A> rows = isApproximate ? asked.approximate().orElse(asked) : asked;
        List<Found> found = find(rows, body, after);
        if (after == null && found.getFirst().id() == null) {
            Rows<A> similar = asked.approximate().orElse(asked);
            if (similar.isApproximate()) {
                rows = similar;
                found = find(rows, body, null);
            }
        }
        KnownValues.note(request.asked(), found.getFirst().unknown(), json);
        request.asked().refuseIfFaulty();

        List<Found> shown = found.stream()
                .filter(row -> row.id() != null)
                .limit(request.limit())
                .toList();
        StringBuilder page = new StringBuilder(shown.stream()
                .map(row -> Json.trimmed(json, String.valueOf(row.body()), request.fields()))
                .collect(Collectors.joining(",", "{\"items\":[", "]")));
        if (found.size() > request.limit()) {
            page.append(",\"next\":")
                    .append(Json.write(
                            json, next(uri, cursors.write(list, shown.getLast().place()))));
        }
        AsOf asOf = AsOf.of(
                found.getFirst().position(),
                request.past(),
                clock.instant(),
                found.getFirst().dateUnknown());
        page.append(",\"asOf\":").append(Json.write(json, asOf));
        if (request.total() || !request.facets().isEmpty()) {
            Rows<A> counted = rows;
            page.append(reads.sum(() -> new Counts(json).of(database, counted)));
        }
        if (rows.isApproximate()) {
            page.append(",\"approximate\":true");
        }
        return page.append('}').toString();
    }

    private <A> List<Found> find(Rows<A> rows, Query body, @Nullable Cursor after) {
        int keys = rows.request().orders().size();
        return reads.page(() ->
                statement(rows, body, after).list(database, row -> found(row, keys, rows.isApproximate())));
    }

    private static <A> Query statement(Rows<A> rows, Query body, @Nullable Cursor after) {
        ListRequest<A> request = rows.request();
        PageQuery<A> page = new PageQuery<>(rows, after, body);
        Query statement = rows.with(page.found()).add("select p.position, p.unknown, p.date_unknown, r.id, ");
        statement.add(rows.isComputed() ? "r.body" : "b.body");
        for (int i = 0; i < request.orders().size(); i++) {
            statement.add(", cast(r.k%d as text) as k%d".formatted(i, i));
        }
        statement
                .add(" from (select ")
                .add(AsOf.position(request.past().recordedBy(), rows.audience().isEverything()))
                .add(" as position, ")
                .add(KnownValues.unknown(request.asked(), rows.audience()))
                .add(" as unknown, ")
                .add(rows.dateUnknown())
                .add(" as date_unknown) p left join lateral (")
                .add(page.keys())
                .add(") r on true");
        return statement.add(bodies(rows, body)).add(page.order("r."));
    }

    /** The bodies of the rows that the page shows, from where each stands now. */
    private static Query bodies(Rows<?> rows, Query body) {
        if (rows.isComputed()) {
            return new Query();
        }
        String from = " as body from %s where id = r.id and version = r.version";
        ViewTable<?> table = rows.request().table();
        Query bodies = Query.of(" left join lateral (select ").add(body).add(from.formatted(table.relation()));
        if (rows.request().past().recordedBy() != null) {
            bodies.add(" union all select ").add(body).add(from.formatted(table.history()));
        }
        return bodies.add(") b on true");
    }

    private static Found found(Row row, int keys, boolean isApproximate) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            values.add(row.findText("k" + i));
        }
        UUID id = row.findUuid("id");
        return new Found(
                row.text("position"),
                row.findText("unknown"),
                row.findText("date_unknown") == null ? null : Long.valueOf(row.number("date_unknown")),
                id,
                row.findText("body"),
                new Cursor(values, id == null ? new UUID(0, 0) : id, isApproximate));
    }

    /** The list that a cursor belongs to: same table, same filters, same order. */
    private static String identity(ListRequest<?> request, UriInfo uri) {
        TreeMap<String, List<String>> asked = new TreeMap<>(uri.getQueryParameters());
        List.of(
                        ListParameters.CURSOR,
                        ListParameters.LIMIT,
                        ListParameters.TOTAL,
                        ListParameters.FACETS,
                        ListParameters.FIELDS,
                        ListParameters.FORMAT,
                        ListParameters.LANGUAGES,
                        ListParameters.BYTE_ORDER_MARK)
                .forEach(asked::remove);
        return uri.getPath() + request.table().relation() + asked;
    }

    private static String next(UriInfo uri, String cursor) {
        UriBuilder next = UriBuilder.fromPath(uri.getPath().startsWith("/") ? uri.getPath() : "/" + uri.getPath());
        new TreeMap<>(uri.getQueryParameters()).forEach((name, values) -> {
            if (!name.equals(ListParameters.CURSOR)) {
                values.forEach(value -> next.queryParam(name, "{value}").resolveTemplate("value", value));
            }
        });
        return next.queryParam(ListParameters.CURSOR, cursor).build().toString();
    }
}
