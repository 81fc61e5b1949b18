package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.encoding.EntityTags;
import org.isthmus.kit.encoding.Gzip;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives every JSON answer to a read an entity tag, answers 304 where the caller has it already, and 412 where it wants to
 * read another state only (RFC 9110, section 13).
 *
 * <p>One thing has the strong tag of its version, another one where it is compressed. A list or a report has a weak one, of
 * what it says without the moment at which it was asked.
 */
@ApplicationScoped
class ConditionalReads {

    private static final Pattern MOMENT = Pattern.compile("\"asOf\":\\{[^{}]*\"position\"[^{}]*}");

    private static final Annotation[] NO_ANNOTATIONS = {};

    private final ObjectMapper json;
    private final Problems problems;
    private final List<String> compressed;

    ConditionalReads(
            ObjectMapper json,
            Problems problems,
            @ConfigProperty(name = "quarkus.http.compress-media-types") List<String> compressed) {
        this.json = json;
        this.problems = problems;
        this.compressed = compressed;
    }

    @ServerResponseFilter
    void judge(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || response.getStatus() != 200) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (isJson(response)) {
            tagContent(response, headers);
        }
        String etag = headers.containsKey(HttpHeaders.ETAG) ? etag(request, response) : null;
        Optional<Refusal> refusal = refusal(request, etag, lastModified(headers));
        if (refusal.isPresent()) {
            Response problem = problems.refused(refusal.get());
            headers.clear();
            headers.putAll(problem.getHeaders());
            response.setStatus(problem.getStatus());
            response.setEntity(problem.getEntity(), NO_ANNOTATIONS, problem.getMediaType());
        } else if (etag != null && isKnown(request, etag, lastModified(headers))) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    /** That of the answer as it is sent. */
    private String etag(ContainerRequestContext request, ContainerResponseContext response) {
        String etag = String.valueOf(response.getHeaders().getFirst(HttpHeaders.ETAG));
        if (Gzip.isChosen(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING)) && isCompressed(response)) {
            etag = Gzip.tag(etag);
            response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
        }
        return etag;
    }

    /** Where the caller wants to read another state only, or sends no entity tags. */
    private static Optional<Refusal> refusal(
            ContainerRequestContext request, @Nullable String etag, @Nullable Date lastModified) {
        EntityTagList tags = new EntityTagList(HttpHeaders.IF_MATCH, request.getHeaderString(HttpHeaders.IF_MATCH));
        if (tags.fault().isPresent()) {
            return tags.fault().map(fault -> InvalidRequest.of(List.of(fault)));
        }
        if (tags.isSent()) {
            boolean isMatched = etag == null ? tags.isAny() : tags.names(etag);
            return isMatched ? Optional.empty() : Optional.of(failed(HttpHeaders.IF_MATCH, tags.said()));
        }
        String since = request.getHeaderString(HttpHeaders.IF_UNMODIFIED_SINCE);
        boolean isModified = lastModified != null
                && since != null
                && instant(since).filter(seconds(lastModified)::isAfter).isPresent();
        return isModified ? Optional.of(failed(HttpHeaders.IF_UNMODIFIED_SINCE, since)) : Optional.empty();
    }

    private static Refusal failed(String header, String said) {
        return Preconditions.failed(
                header, "precondition-failed", "What is here now is not what %s asks for: %s".formatted(header, said));
    }

    private void tagContent(ContainerResponseContext response, MultivaluedMap<String, Object> headers) {
        if (headers.containsKey(HttpHeaders.ETAG) || response.getEntity() == null) {
            return;
        }
        String body = response.getEntity() instanceof String text ? text : Json.write(json, response.getEntity());
        headers.putSingle(
                HttpHeaders.ETAG,
                "W/\"%s\"".formatted(digest(MOMENT.matcher(body).replaceAll(""))));
        response.setEntity(body, NO_ANNOTATIONS, MediaType.APPLICATION_JSON_TYPE);
    }

    private boolean isCompressed(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return response.getEntity() != null
                && type != null
                && compressed.contains(type.getType() + "/" + type.getSubtype());
    }

    /** What says no type is what its resource answers. */
    private static boolean isJson(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return type == null ? response.hasEntity() : type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    private static @Nullable Date lastModified(MultivaluedMap<String, Object> headers) {
        return headers.getFirst(HttpHeaders.LAST_MODIFIED) instanceof Date date ? date : null;
    }

    /** A date counts only where no tag was sent, and in whole seconds. */
    private static boolean isKnown(ContainerRequestContext request, String etag, @Nullable Date lastModified) {
        String tags = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.isAmong(etag, tags);
        }
        String since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return lastModified != null
                && since != null
                && instant(since)
                        .filter(date -> !seconds(lastModified).isAfter(date))
                        .isPresent();
    }

    private static Instant seconds(Date date) {
        return date.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** One that is no date of HTTP is as good as none. */
    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
