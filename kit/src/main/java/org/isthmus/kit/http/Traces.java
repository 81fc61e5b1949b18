package org.isthmus.kit.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.isthmus.kit.trace.Trace;
import org.jboss.logging.MDC;

/** Gives every request a trace before anything else sees it, and returns it in the answer's headers. */
@ApplicationScoped
public class Traces {

    private static final String KEY = Trace.class.getName();

    private final CurrentVertxRequest current;

    Traces(CurrentVertxRequest current) {
        this.current = current;
    }

    void install(@Observes @Priority(1) Router router) {
        router.route().order(Integer.MIN_VALUE).handler(context -> {
            Trace trace = of(context);
            context.response().putHeader(Trace.REQUEST_ID, trace.requestId());
            context.response().putHeader(Trace.TRACEPARENT, trace.traceparent());
            MDC.put("requestId", trace.requestId());
            MDC.put("traceId", trace.traceId());
            context.next();
        });
    }

    /** The trace of the request being handled, or a fresh one outside of any. */
    public Trace current() {
        // an event's handler has no request, and asking for one would fail
        RoutingContext context = Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        return context == null ? Trace.fresh() : of(context);
    }

    static Trace of(RoutingContext context) {
        Trace known = context.get(KEY);
        if (known != null) {
            return known;
        }
        Trace trace = Trace.of(
                context.request().getHeader(Trace.REQUEST_ID), context.request().getHeader(Trace.TRACEPARENT));
        context.put(KEY, trace);
        return trace;
    }
}
