package org.isthmus.kit.lists;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In what form lists and totals are answered, as {@code format} or the Accept header ask for it. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "utf-8")),
    NDJSON(new MediaType("application", "x-ndjson"));

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    /** Without parameters. */
    String mediaType() {
        return type.getType() + "/" + type.getSubtype();
    }

    /** The first of those offered that the caller takes; {@code format} comes before the header. */
    public static Format of(@Nullable String asked, HttpHeaders headers, List<Format> offered) {
        if (asked != null) {
            return offered.stream()
                    .filter(format -> format.name().equalsIgnoreCase(asked))
                    .findFirst()
                    .orElse(JSON);
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> offered.stream().filter(format -> accepted.isCompatible(format.type)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    /** An answer that is kept as a file. */
    public Response file(Object body, String path) {
        String name = path.replaceAll("^/v1/|/?\\{.*?}", "").replace('/', '-');
        return Response.ok(body, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, name().toLowerCase(Locale.ROOT)))
                .build();
    }
}
