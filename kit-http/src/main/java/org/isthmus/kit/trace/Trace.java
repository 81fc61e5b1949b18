package org.isthmus.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request id and W3C trace of one request, taken from its headers where they are well formed, else made. */
public record Trace(String requestId, String traceparent) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";

    private static final Pattern WELL_FORMED_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern WELL_FORMED_TRACE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    public static Trace of(@Nullable String requestId, @Nullable String traceparent) {
        return new Trace(
                requestId != null && WELL_FORMED_ID.matcher(requestId).matches() ? requestId : hex(16),
                traceparent != null && WELL_FORMED_TRACE.matcher(traceparent).matches()
                        ? traceparent
                        : newTraceparent());
    }

    /** For work that no request started. */
    public static Trace fresh() {
        return of(null, null);
    }

    public String traceId() {
        return traceparent.substring(3, 35);
    }

    private static String newTraceparent() {
        return "00-" + hex(16) + "-" + hex(8) + "-00";
    }

    /** An id need not be a secret. */
    private static String hex(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
