package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.framing.Framing;
import org.isthmus.kit.framing.MalformedMessage;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.token.TokenForm;

/** Problems for what fails before a resource is reached, such as a body that is too large. */
@ApplicationScoped
class EarlyErrors {

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE);

    private static final String RETRY_SECONDS = "5";

    void install(
            @Observes Router router,
            ObjectMapper json,
            TokenForm tokens,
            @ConfigProperty(name = "isthmus.longest-body") long longestBody) {
        router.route().order(Integer.MIN_VALUE + 1).handler(context -> refuseTwoReadings(context, json));
        router.route().order(Integer.MIN_VALUE + 2).handler(context -> refuseTooLarge(context, longestBody, json));
        router.route("/v1/*").order(Integer.MIN_VALUE + 3).handler(context -> refuseNoToken(context, tokens, json));
        for (int status : List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431)) {
            router.errorHandler(status, context -> answer(context, status, json));
        }
    }

    /** Nothing is read whose end another reader would see elsewhere. */
    private static void refuseTwoReadings(RoutingContext context, ObjectMapper json) {
        Optional<MalformedMessage> fault = Framing.fault(context.request());
        if (fault.isPresent()) {
            context.response().putHeader("Connection", "close");
            if (fault.get().status() == 405) {
                context.response().putHeader("Allow", Framing.METHODS);
            }
            if (fault.get().status() == 429) {
                context.response().putHeader("Retry-After", RETRY_SECONDS);
            }
            context.response().endHandler(done -> context.request().connection().close());
            answer(context, fault.get().status(), fault.get().detail(), List.of(), json);
        } else {
            if (WITHOUT_BODY.contains(context.request().method())) {
                // it would say nothing, and yet be held against what the address takes
                context.request().headers().remove("Content-Type");
            }
            context.addHeadersEndHandler(ready -> Framing.dropLengthOfNothing(context.response()));
            context.next();
        }
    }

    /** One that does not say how long it is is counted while it is read. */
    private static void refuseTooLarge(RoutingContext context, long longestBody, ObjectMapper json) {
        String length = context.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > longestBody) {
            context.response().putHeader("Connection", "close");
            context.response().endHandler(done -> context.request().connection().close());
            answer(context, 413, json);
        } else {
            context.next();
        }
    }

    /** Before anything reads a claim; what is left of the request is dropped. */
    private static void refuseNoToken(RoutingContext context, TokenForm tokens, ObjectMapper json) {
        String sent = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        Optional<String> fault = sent == null ? Optional.empty() : tokens.fault(sent);
        if (sent != null && fault.isPresent()) {
            context.request().resume();
            context.response()
                    .putHeader(HttpHeaders.WWW_AUTHENTICATE, TokenForm.challenge(sent))
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            answer(context, 401, HeaderFaults.NO_TOKEN, List.of(HeaderFaults.ofToken(fault.get())), json);
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context, int status, ObjectMapper json) {
        answer(context, status, HttpStatus.of(status).detail(), HeaderFaults.of(status, context.request()), json);
    }

    private static void answer(
            RoutingContext context, int status, String detail, List<Fault> faults, ObjectMapper json) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        HttpStatus known = HttpStatus.of(status);
        Problem problem = Problem.of(
                status,
                known.code(),
                detail,
                faults,
                Traces.of(context),
                context.request().path());
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problems.PROBLEM_JSON.toString())
                .end(Json.write(json, problem));
    }
}
