package org.isthmus.kit.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.lists.KnownValues;
import org.isthmus.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Answers every list of every room the same way: as a JSON page, or as CSV or NDJSON with every row that the filter
 * matches, streamed. A page is one SQL statement; totals and facets are a second one.
 */
@ApplicationScoped
public class Lists {

    static final MediaType CSV = new MediaType("text", "csv", "utf-8");
    static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    private final AgroalDataSource database;
    private final PageWriter pages;
    private final RowStream streams;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final Caller caller;
    private final Audience audience;
    private final ObjectMapper json;
    private final Clock clock;
    private final ZoneId zone;

    Lists(
            AgroalDataSource database,
            PageWriter pages,
            RowStream streams,
            UriInfo uri,
            HttpHeaders headers,
            Caller caller,
            Audience audience,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        this.database = database;
        this.pages = pages;
        this.streams = streams;
        this.uri = uri;
        this.headers = headers;
        this.caller = caller;
        this.audience = audience;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    public Response answer(Listing listing, Scope scope) {
        ListRequest request = ListRequest.of(listing, uri.getQueryParameters(), clock, zone);
        RowFilter rows = audience.rows("array[reference, cast(id as text)]");
        if (request.asked().isFaulty()) {
            KnownValues.refuse(request.asked(), rows, database, json);
        }
        return switch (format(request.format(), headers.getAcceptableMediaTypes())) {
            case "csv" -> streamed(streams.csv(listing, checked(request, rows), scope), CSV, listing, "csv");
            case "ndjson" ->
                streamed(streams.ndjson(listing, checked(request, rows), scope), NDJSON, listing, "ndjson");
            default -> page(listing, request, scope, rows);
        };
    }

    private Response page(Listing listing, ListRequest request, Scope scope, RowFilter rows) {
        try (Connection connection = database.getConnection()) {
            String page = pages.write(connection, listing, request, scope, uri, rows);
            return Response.ok(page, MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, caller.isAnonymous() ? "no-cache" : "private, no-cache")
                    .header(HttpHeaders.VARY, "Accept, Authorization")
                    .build();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private ListRequest checked(ListRequest request, RowFilter rows) {
        KnownValues.refuse(request.asked(), rows, database, json);
        return request;
    }

    private static Response streamed(Object body, MediaType type, Listing listing, String ending) {
        return Response.ok(body, type)
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(
                                        listing.table()
                                                .replaceFirst("^(present|past)_", "")
                                                .replace("_document", "s"),
                                        ending))
                .build();
    }

    private static String format(@Nullable String asked, List<MediaType> acceptable) {
        if (asked != null) {
            return asked;
        }
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
