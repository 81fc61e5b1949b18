package org.isthmus.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.isthmus.gateway.admission.Bounds;
import org.isthmus.gateway.problem.Ending;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.kit.framing.MalformedMessage;
import org.isthmus.kit.problem.ProblemType;

/** What a caller is told where the service gave no answer that can be passed on, and whether it may have acted. */
final class Unanswered {

    private Unanswered() {}

    static ProxyResponse refusal(ProxyContext context, Throwable cause) {
        ProxyRequest request = context.request();
        Passage body = context.get("body", Passage.class);
        if (body != null && body.isTooLarge()) {
            return refusal(request, Problem.TOO_LARGE, Bounds.BODY_DETAIL);
        }
        if (cause instanceof MalformedMessage) {
            return refusal(request, Problem.SERVICE_UNREADABLE, unsure(request, "Its answer is malformed."));
        }
        if (cause instanceof NotReached) {
            return refusal(request, Problem.SERVICE_AWAY, "Nothing was done. The rest of the platform works on.");
        }
        if (cause instanceof TimeoutException) {
            return refusal(request, Problem.SERVICE_SLOW, unsure(request, "No answer came in time."));
        }
        return refusal(request, Problem.SERVICE_AWAY, unsure(request, "The connection broke before the answer."));
    }

    private static String unsure(ProxyRequest request, String sentence) {
        return Upstream.isRead(request.getMethod())
                ? sentence
                : sentence + " It may have been done: ask again with the same Idempotency-Key.";
    }

    private static ProxyResponse refusal(ProxyRequest request, Problem problem, String detail) {
        HttpServerRequest asked = request.proxiedRequest();
        Ending.letGo(asked);
        ProxyResponse response = request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemType.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        if (problem.status() == 503) {
            response.putHeader("Retry-After", Problems.RETRY_SECONDS);
        }
        Buffer body = Problems.body(asked, problem, detail);
        return response.setBody(Body.body(body));
    }

    /** No connection came about. */
    static final class NotReached extends RuntimeException {
        NotReached(Throwable cause) {
            super(cause);
        }
    }
}
