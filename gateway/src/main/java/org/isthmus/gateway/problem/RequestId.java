package org.isthmus.gateway.problem;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.isthmus.kit.trace.Trace;

/**
 * Gives every request an {@code X-Request-Id} and a {@code traceparent}: the caller's where well formed, else new ones.
 *
 * <p>Both are put on the answer at once, so whoever needs them later reads them there.
 */
public final class RequestId implements Handler<RoutingContext> {

    public static final String ID = Trace.REQUEST_ID;
    public static final String TRACE = Trace.TRACEPARENT;

    @Override
    public void handle(RoutingContext context) {
        give(context.request());
        context.next();
    }

    private static MultiMap give(HttpServerRequest request) {
        MultiMap answer = request.response().headers();
        if (!answer.contains(ID)) {
            Trace trace = Trace.of(request.getHeader(ID), request.getHeader(TRACE));
            answer.set(TRACE, trace.traceparent());
            answer.set(ID, trace.requestId());
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
}
