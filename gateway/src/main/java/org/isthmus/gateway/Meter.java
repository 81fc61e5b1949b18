package org.isthmus.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Times every request to the API, by the service that it went to; those stopped at the door count as the gateway's. */
@ApplicationScoped
class Meter implements Handler<RoutingContext> {

    private static final String SERVICE = "meter.service";
    private final MeterRegistry registry;

    Meter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void handle(RoutingContext context) {
        long start = System.nanoTime();
        context.addEndHandler(ended -> {
            String service = context.get(SERVICE, "gateway");
            String status =
                    ended.succeeded() ? Integer.toString(context.response().getStatusCode()) : "broken";
            registry.timer("gateway.requests", "service", service, "status", status)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        });
        context.next();
    }

    void passes(RoutingContext context, String service) {
        context.put(SERVICE, service);
    }
}
