package org.isthmus.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.isthmus.kit.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says no in the form of RFC 9457, {@code application/problem+json}; never how the platform is made. */
public final class Problems {

    public static final String RETRY_SECONDS = "5";
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    public static void answer(RoutingContext context, Problem problem, String detail) {
        answer(context, problem, detail, new JsonArray());
    }

    /** With one fault, which the header of this name has. */
    public static void answer(
            RoutingContext context, Problem problem, String detail, String header, String code, String fault) {
        JsonObject error =
                new JsonObject().put("parameter", header).put("code", code).put("detail", fault);
        answer(context, problem, detail, new JsonArray().add(error));
    }

    private static void answer(RoutingContext context, Problem problem, String detail, JsonArray errors) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            Ending.breakOff(request);
            return;
        }
        if ((problem.status() == 503 || problem == Problem.TOO_MANY_REQUESTS)
                && !response.headers().contains("Retry-After")) {
            response.putHeader("Retry-After", RETRY_SECONDS);
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemType.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        response.end(body(request, problem, detail, errors));
        Ending.letGo(request);
    }

    public static void failed(RoutingContext context) {
        LOG.error("trace " + RequestId.traceId(context.request()), context.failure());
        answer(context, Problem.INTERNAL_ERROR, "It is logged under the traceId.");
    }

    public static Buffer body(HttpServerRequest request, Problem problem, String detail) {
        return body(request, problem, detail, new JsonArray());
    }

    private static Buffer body(HttpServerRequest request, Problem problem, String detail, JsonArray errors) {
        String path = oneLine(request.path());
        if (problem.isOurs()) {
            LOG.warnf(
                    "%s: %s %s, trace %s, request %s",
                    problem.code(), request.method(), path, RequestId.traceId(request), RequestId.of(request));
        }
        JsonObject body = new JsonObject()
                .put("type", ProblemType.of(problem.code()))
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", detail)
                .put("instance", path)
                .put("code", problem.code())
                .put("traceId", RequestId.traceId(request));
        return (errors.isEmpty() ? body : body.put("errors", errors)).toBuffer();
    }

    private static String oneLine(@Nullable String path) {
        if (path == null) {
            return "";
        }
        return path.substring(0, Math.min(path.length(), 500)).replaceAll("\\p{Cntrl}", "");
    }

    /** There is nothing at the path. */
    public static void unknown(RoutingContext context) {
        answer(context, Problem.NOT_FOUND, "The paths that exist stand at /docs.");
    }
}
