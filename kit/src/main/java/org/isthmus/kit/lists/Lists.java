package org.isthmus.kit.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers every list of every room the same way: as a JSON page, or as CSV or NDJSON with every row that the filters
 * match, streamed. A page is one SQL statement; totals and facets are a second one.
 */
@ApplicationScoped
public class Lists {

    private static final MediaType CSV = new MediaType("text", "csv", "utf-8");
    private static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    private final JsonPage pages;
    private final RowStreams streams;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final Audience audience;
    private final Clock clock;
    private final ZoneId zone;

    Lists(
            JsonPage pages,
            RowStreams streams,
            UriInfo uri,
            HttpHeaders headers,
            Audience audience,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        this.pages = pages;
        this.streams = streams;
        this.uri = uri;
        this.headers = headers;
        this.audience = audience;
        this.clock = clock;
        this.zone = zone;
    }

    public <A> Response answer(ViewTable<A> table) {
        return answer(table, new Query());
    }

    /** The same, of the rows that a condition of the room picks; it starts with {@code and}. */
    public <A> Response answer(ViewTable<A> table, Query condition) {
        return answer(table, (asked, past) -> condition, (asked, past) -> table.rows(past));
    }

    /** What a room makes of the values of its own parameters. */
    public interface Choice {
        Query of(Asked asked, Past past);
    }

    /** The same, from a relation that depends on what is asked, such as balances of a day. */
    public <A> Response answer(ViewTable<A> table, Choice condition, Choice relation) {
        ListRequest<A> request = ListRequest.of(table, uri.getQueryParameters(), clock, zone);
        return answer(new Rows<>(
                request,
                audience.rows(table.owners()),
                condition.of(request.asked(), request.past()),
                relation.of(request.asked(), request.past()),
                new Query()));
    }

    /** The same, of rows that the room works out by a {@code with} clause of its own from what is asked. */
    public <A> Response answer(ViewTable<A> table, Function<Asked, Query> with) {
        ListRequest<A> request = ListRequest.of(table, uri.getQueryParameters(), clock, zone);
        return answer(new Rows<>(
                request,
                audience.rows(table.owners()),
                new Query(),
                Query.of(table.relation()),
                with.apply(request.asked())));
    }

    private <A> Response answer(Rows<A> rows) {
        ListRequest<A> request = rows.request();
        ViewTable<A> table = request.table();
        Query body = table.body(audience.isOfficial(), request.past().at());
        if (request.asked().isFaulty()) {
            streams.refuse(rows);
        }
        return switch (format(request.format())) {
            case "csv" -> streamed(streams.csv(rows, body), CSV, table, "csv");
            case "ndjson" -> streamed(streams.ndjson(rows, body), NDJSON, table, "ndjson");
            default ->
                audience.keep(Response.ok(pages.write(rows, body, uri), MediaType.APPLICATION_JSON_TYPE))
                        .build();
        };
    }

    private static Response streamed(Object body, MediaType type, ViewTable<?> table, String ending) {
        String name = table.path().replaceAll("^/v1/|/?\\{.*?}", "").replace('/', '-');
        return Response.ok(body, type)
                .header(HttpHeaders.VARY, Audience.VARY)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.%s\"".formatted(name, ending))
                .build();
    }

    private String format(@Nullable String asked) {
        if (asked != null) {
            return asked;
        }
        List<MediaType> acceptable = headers.getAcceptableMediaTypes();
        for (MediaType type : acceptable) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return "json";
            }
            if (type.isCompatible(CSV)) {
                return "csv";
            }
            if (type.isCompatible(NDJSON)) {
                return "ndjson";
            }
        }
        throw new NotAcceptableException();
    }
}
