package org.isthmus.kit.documents;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
    private final RowStream rows;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final Caller caller;

    Lists(
            AgroalDataSource database,
            PageWriter pages,
            RowStream rows,
            UriInfo uri,
            HttpHeaders headers,
            Caller caller) {
        this.database = database;
        this.pages = pages;
        this.rows = rows;
        this.uri = uri;
        this.headers = headers;
        this.caller = caller;
    }

    public Response answer(Listing listing, Scope scope) {
        ListRequest request = ListRequest.of(listing, uri.getQueryParameters());
        return switch (format(request.format(), headers.getAcceptableMediaTypes())) {
            case "csv" -> streamed(rows.csv(listing, request, scope), CSV, listing, "csv");
            case "ndjson" -> streamed(rows.ndjson(listing, request, scope), NDJSON, listing, "ndjson");
            default -> page(listing, request, scope);
        };
    }

    private Response page(Listing listing, ListRequest request, Scope scope) {
        try (Connection connection = database.getConnection()) {
            String page = pages.write(connection, listing, request, scope, uri);
            return Response.ok(page, MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, caller.isAnonymous() ? "no-cache" : "private, no-cache")
                    .header(HttpHeaders.VARY, "Accept, Authorization")
                    .build();
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
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
