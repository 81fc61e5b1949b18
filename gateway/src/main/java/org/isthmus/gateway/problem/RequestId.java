package org.isthmus.gateway.problem;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an {@code X-Request-Id} and a {@code traceparent}: the caller's where well formed, else new ones.
 *
 * <p>Both are put on the answer at once, so whoever needs them later reads them there.
 */
public final class RequestId implements Handler<RoutingContext> {

    public static final String ID = "X-Request-Id";
    public static final String TRACE = "traceparent";
    private static final int LONGEST = 128;

    @Override
    public void handle(RoutingContext context) {
        give(context.request());
        context.next();
    }

    private static MultiMap give(HttpServerRequest request) {
        MultiMap answer = request.response().headers();
        if (!answer.contains(ID)) {
            String trace = request.getHeader(TRACE);
            String id = request.getHeader(ID);
            answer.set(TRACE, isTrace(trace) ? trace : "00-" + random(2) + "-" + random(1) + "-00");
            answer.set(ID, isVisible(id) ? id : random(2));
        }
        return answer;
    }

    public static String of(HttpServerRequest request) {
        return requireNonNull(give(request).get(ID));
    }

    public static String traceparent(HttpServerRequest request) {
        return requireNonNull(give(request).get(TRACE));
    }

    public static String traceId(HttpServerRequest request) {
        return traceparent(request).substring(3, 35);
    }

    private static boolean isVisible(@Nullable String id) {
        return id != null
                && !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** As W3C Trace Context says, version 00. */
    private static boolean isTrace(@Nullable String trace) {
        return trace != null
                && trace.length() == 55
                && trace.startsWith("00-")
                && trace.charAt(35) == '-'
                && trace.charAt(52) == '-'
                && isHexAndNotZero(trace, 3, 35)
                && isHexAndNotZero(trace, 36, 52)
                && isHex(trace, 53, 55);
    }

    private static boolean isHexAndNotZero(String text, int from, int to) {
        return isHex(text, from, to) && text.substring(from, to).chars().anyMatch(c -> c != '0');
    }

    private static boolean isHex(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static String random(int longs) {
        StringBuilder hex = new StringBuilder(longs * 16);
        for (int i = 0; i < longs; i++) {
            hex.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
        }
        return hex.toString();
    }
}
