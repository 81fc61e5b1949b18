package org.isthmus.gateway.admission;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What a page of another origin may do: read anything, and write only from an origin that is named. No cookies. */
public final class Cors implements Handler<RoutingContext> {

    private static final String SHOWN = "ETag, Link, Location, Last-Modified, Retry-After, X-Request-Id, traceparent,"
            + " RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Deprecation, Sunset, Content-Disposition";

    private final List<String> writers;

    public Cors(List<String> writers) {
        this.writers = writers;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap answer = context.response().headers();
        String origin = request.getHeader("Origin");
        if (origin == null) {
            context.next();
            return;
        }
        boolean writes = writers.contains(origin);
        answer.set("Access-Control-Allow-Origin", writes ? origin : "*").set("Access-Control-Expose-Headers", SHOWN);
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Access-Control-Request-Method")) {
            answer.set("Access-Control-Allow-Methods", writes ? "GET, HEAD, POST, PUT, PATCH, DELETE" : "GET, HEAD")
                    .set("Access-Control-Allow-Headers", asked(request))
                    .set("Access-Control-Max-Age", "3600");
            context.response().setStatusCode(204).end();
        } else {
            context.next();
        }
    }

    private static String asked(HttpServerRequest request) {
        String headers = request.getHeader("Access-Control-Request-Headers");
        return headers == null || !headers.matches("[A-Za-z0-9, -]{0,500}") ? "Authorization" : headers;
    }
}
