package org.isthmus.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.isthmus.gateway.admission.RefusalLog;

/** Times every request to the API, by the service that it went to; those stopped at the door count as the gateway's. */
@ApplicationScoped
class Meter implements Handler<RoutingContext> {

    private static final String SERVICE = "meter.service";
    private static final String AT_THE_DOOR = "gateway";
    private static final int UNKNOWN_CALLER = 401;

    private final MeterRegistry registry;
    private final RefusalLog refusals;

    Meter(MeterRegistry registry, RefusalLog refusals) {
        this.registry = registry;
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        long start = System.nanoTime();
        context.addEndHandler(ended -> {
            String service = context.get(SERVICE, AT_THE_DOOR);
            String status =
                    ended.succeeded() ? Integer.toString(context.response().getStatusCode()) : "broken";
            registry.timer("gateway.requests", "service", service, "status", status)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            int code = context.response().getStatusCode();
            if (code == UNKNOWN_CALLER || code >= 400 && service.equals(AT_THE_DOOR)) {
                refusals.note(context, code);
            }
        });
        context.next();
    }

    void passes(RoutingContext context, String service) {
        context.put(SERVICE, service);
    }
}
