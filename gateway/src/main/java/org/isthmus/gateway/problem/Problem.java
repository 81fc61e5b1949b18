package org.isthmus.gateway.problem;

import java.util.Locale;
import org.isthmus.kit.problem.ProblemType;

/** Everything that the gateway itself refuses; what each means to a caller stands in the list of problems. */
public enum Problem {
    INVALID_REQUEST(400),
    UNAUTHORIZED(401),
    ORIGIN_NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    TOO_LARGE(413),
    URI_TOO_LONG(414),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    SERVICE_AWAY(503),
    TOKEN_CHECK_AWAY(503),
    SERVICE_SLOW(504);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String title() {
        return ProblemType.title(code());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
