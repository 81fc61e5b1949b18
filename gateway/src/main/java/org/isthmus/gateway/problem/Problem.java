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
    REQUEST_TIMEOUT(408),
    TOO_LARGE(413),
    URI_TOO_LONG(414),
    EXPECTATION_FAILED(417),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    SERVICE_UNREADABLE(502),
    OVERLOADED(503),
    SERVICE_AWAY(503),
    TOKEN_CHECK_AWAY(503),
    SERVICE_SLOW(504),
    HTTP_VERSION_NOT_SUPPORTED(505);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The one of a stable code. */
    public static Problem of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public int status() {
        return status;
    }

    /** Whether something is wrong on this side, not with the request. */
    public boolean isOurs() {
        return status >= 500 && this != HTTP_VERSION_NOT_SUPPORTED;
    }

    public String title() {
        return ProblemType.title(code());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
