package org.isthmus.kit.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request id and W3C trace of one request, taken from its headers where they are well formed, else made. */
public record Trace(String requestId, String traceparent) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";

    private static final Pattern WELL_FORMED_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern WELL_FORMED_TRACE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Trace of(@Nullable String requestId, @Nullable String traceparent) {
        return new Trace(
                requestId != null && WELL_FORMED_ID.matcher(requestId).matches()
                        ? requestId
                        : UUID.randomUUID().toString(),
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
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
