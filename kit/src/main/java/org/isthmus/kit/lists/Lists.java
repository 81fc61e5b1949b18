package org.isthmus.kit.lists;

import jakarta.enterprise.context.ApplicationScoped;
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

/**
 * Answers every list of every room the same way: as a JSON page, or as CSV or NDJSON with every row that the filters
 * match, streamed. A page is one SQL statement; totals and facets are a second one.
 */
@ApplicationScoped
public class Lists {

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
        return answer(
                table,
                (asked, past) -> condition,
                (asked, past) -> table.effective().rows(table.relation(), past));
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
        Format format = Format.of(request.format(), headers, List.of(Format.values()));
        if (format != Format.JSON) {
            request.refusePart();
        }
        if (request.asked().isFaulty()) {
            streams.refuse(rows);
        }
        return switch (format) {
            case CSV -> format.file(streams.csv(rows, body), table.path());
            case NDJSON -> format.file(streams.ndjson(rows, body), table.path());
            case JSON ->
                Response.ok(pages.write(rows, body, uri), MediaType.APPLICATION_JSON_TYPE)
                        .build();
        };
    }
}
