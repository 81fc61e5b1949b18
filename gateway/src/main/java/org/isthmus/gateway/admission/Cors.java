package org.isthmus.gateway.admission;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;

/**
 * What a page of another origin may do: read anything, and write only from an origin that is named. No
 * cookies. A browser asks before it sends most things, but not before a POST of a form, so such a request is refused here.
 */
public final class Cors implements Handler<RoutingContext> {

    private static final String SHOWN = "ETag, Link, Location, Last-Modified, Retry-After, X-Request-Id, traceparent,"
            + " RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Deprecation, Sunset, Content-Disposition";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final List<String> writers;

    public Cors(List<String> writers) {
        this.writers = writers;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap answer = context.response().headers();
        context.addHeadersEndHandler(written -> answer.add("Vary", "Origin"));
        String origin = request.getHeader("Origin");
        if (origin == null || isOurs(origin, request)) {
            context.next();
            return;
        }
        boolean writes = writers.contains(origin);
        answer.set("Access-Control-Allow-Origin", writes ? origin : "*").set("Access-Control-Expose-Headers", SHOWN);
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Access-Control-Request-Method")) {
            answer.set("Access-Control-Allow-Methods", writes ? "GET, HEAD, POST, PUT, PATCH, DELETE" : "GET, HEAD")
                    .set("Access-Control-Allow-Headers", allowed(request, writes))
                    .set("Access-Control-Max-Age", "3600");
            context.response().setStatusCode(204).end();
        } else if (writes || SAFE.contains(request.method())) {
            context.next();
        } else {
            Problems.answer(
                    context,
                    Problem.ORIGIN_NOT_ALLOWED,
                    "Pages of this origin may read. GATEWAY_WRITING_ORIGINS names those that may write.");
        }
    }

    /** Our own pages, such as the one that tries operations out. */
    private static boolean isOurs(String origin, HttpServerRequest request) {
        HostAndPort host = request.authority();
        return host != null && origin.replaceFirst("^https?://", "").equals(host.toString());
    }

    /** A token for reading passes; what only a change needs does not. */
    private static String allowed(HttpServerRequest request, boolean writes) {
        String asked = request.getHeader("Access-Control-Request-Headers");
        if (asked == null || !asked.matches("[A-Za-z0-9, -]{0,500}")) {
            return writes ? "Authorization" : "Accept";
        }
        Set<String> refused = READS.contains(request.getHeader("Access-Control-Request-Method"))
                ? Set.of("content-type")
                : Set.of("authorization", "content-type");
        return Arrays.stream(asked.split(","))
                .map(String::trim)
                .filter(header -> writes || !refused.contains(header.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
