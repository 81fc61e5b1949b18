package org.isthmus.kit.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isthmus.kit.rules.Fault;

/** Which headers a refusal is about: the token (401), what the caller takes (406), or what it sent (415). */
final class HeaderFaults {

    static final String NO_TOKEN = "The token is not valid here: expired, of another issuer or audience, or damaged";

    private static final String NOT_ALLOWED = "not-allowed";

    private HeaderFaults() {}

    static List<Fault> of(int status, HttpServerRequest request) {
        return switch (status) {
            case 401 ->
                List.of(Fault.in(
                        HttpHeaders.AUTHORIZATION,
                        "required",
                        HttpStatus.of(401).detail() + "."));
            case 406 ->
                List.of(Fault.in(
                        HttpHeaders.ACCEPT, NOT_ALLOWED, HttpStatus.of(406).detail() + "."));
            case 415 -> sent(request);
            default -> List.of();
        };
    }

    static Fault ofToken(String sentence) {
        return Fault.in(HttpHeaders.AUTHORIZATION, "token-invalid", sentence);
    }

    /** Whether a body comes with a type that is none. */
    static boolean isTypeUnreadable(HttpServerRequest request) {
        String sent = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return sent != null && type(sent).isEmpty();
    }

    private static List<Fault> sent(HttpServerRequest request) {
        List<Fault> faults = new ArrayList<>();
        boolean isPatch = request.method().name().equals("PATCH");
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (isTypeUnreadable(request)) {
            faults.add(Fault.in(HttpHeaders.CONTENT_TYPE, "form", "This is no media type. " + belongs(isPatch)));
        } else if (type != null && !isTaken(type, isPatch)) {
            faults.add(Fault.in(HttpHeaders.CONTENT_TYPE, NOT_ALLOWED, belongs(isPatch)));
        }
        if (!StrictBodies.isPlain(request.headers().getAll(HttpHeaders.CONTENT_ENCODING))) {
            faults.add(Fault.in(HttpHeaders.CONTENT_ENCODING, NOT_ALLOWED, "Send the body as it is, not compressed."));
        }
        return faults.isEmpty() ? List.of(Fault.in(HttpHeaders.CONTENT_TYPE, NOT_ALLOWED, belongs(isPatch))) : faults;
    }

    private static String belongs(boolean isPatch) {
        return "%s in UTF-8 belongs here."
                .formatted(String.join(" or ", types(isPatch).toList()));
    }

    private static Stream<String> types(boolean isPatch) {
        return isPatch
                ? Stream.of(AllowedMethods.MERGE_PATCH, MediaType.APPLICATION_JSON)
                : Stream.of(MediaType.APPLICATION_JSON);
    }

    private static boolean isTaken(String sent, boolean isPatch) {
        return type(sent)
                .filter(Utf8::isNamed)
                .filter(type -> types(isPatch).map(MediaType::valueOf).anyMatch(type::isCompatible))
                .isPresent();
    }

    private static Optional<MediaType> type(String sent) {
        try {
            return Optional.of(MediaType.valueOf(sent));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
