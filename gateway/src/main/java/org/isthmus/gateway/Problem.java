package org.isthmus.gateway;

import java.util.Locale;

/** Everything that the gateway itself refuses; what each means to a caller stands in the list of problems. */
enum Problem {
    INVALID_REQUEST(400, "The request cannot be read"),
    UNAUTHORIZED(401, "The token is not accepted"),
    NOT_FOUND(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "This path does not take this method"),
    TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    SERVICE_AWAY(503, "This part of the platform is away"),
    TOKEN_CHECK_AWAY(503, "Tokens cannot be checked at the moment"),
    SERVICE_SLOW(504, "This part of the platform took too long");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
