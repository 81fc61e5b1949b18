package org.isthmus.gateway.admission;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.gateway.settings.Settings;

/** Turns away what is too long or malformed before anything reads it. */
public final class Bounds implements Handler<RoutingContext> {

    public static final String BODY_DETAIL = "Send it in smaller parts.";
    private final Settings.Limits limits;

    public Bounds(Settings.Limits limits) {
        this.limits = limits;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > limits.uri()) {
            Problems.answer(context, Problem.URI_TOO_LONG, "At most %d characters are read.".formatted(limits.uri()));
        } else if (size(request) > limits.headers()) {
            Problems.answer(
                    context, Problem.HEADERS_TOO_LARGE, "At most %d bytes are read.".formatted(limits.headers()));
        } else if (announced(request) > limits.body()) {
            Problems.answer(context, Problem.TOO_LARGE, BODY_DETAIL);
        } else if (!isWellFormed(request.uri())) {
            Problems.answer(context, Problem.INVALID_REQUEST, "The address has characters that must be encoded.");
        } else {
            context.next();
        }
    }

    private static boolean isWellFormed(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int size(HttpServerRequest request) {
        int size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null || length.length() > 18) {
            return length == null ? 0 : Long.MAX_VALUE;
        }
        return length.chars().allMatch(Character::isDigit) ? Long.parseLong(length) : 0;
    }
}
