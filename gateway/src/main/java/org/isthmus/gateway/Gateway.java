package org.isthmus.gateway;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Every request comes in here, in the order written below. */
@ApplicationScoped
class Gateway {

    private static final int FIRST = -1_000;
    private static final int LAST = 100_000;

    private final Routes routes;
    private final Settings settings;
    private final TokenCheck tokenCheck;

    Gateway(Routes routes, Settings settings, TokenCheck tokenCheck) {
        this.routes = routes;
        this.settings = settings;
        this.tokenCheck = tokenCheck;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(new RequestId()).failureHandler(Gateway::failed);
        router.route().order(FIRST + 1).handler(new Bounds(settings.limits()));
        router.route("/v1/*").handler(tokenCheck).handler(this::pass);
        router.route().order(LAST).handler(Gateway::unknown);
        router.errorHandler(400, Gateway::failed);
    }

    private void pass(RoutingContext context) {
        String path = context.normalizedPath();
        Upstream owner = routes.owner(path);
        if (owner == null) {
            unknown(context);
        } else if (!path.equals(context.request().path())) {
            Problems.answer(context, Problem.BAD_REQUEST, "Write the path in its plain form: %s".formatted(path));
        } else {
            owner.pass(context.request());
        }
    }

    private static void unknown(RoutingContext context) {
        Problems.answer(context, Problem.PATH_UNKNOWN, "The paths that exist stand at /docs.");
    }

    private static void failed(RoutingContext context) {
        if (context.statusCode() >= 500) {
            Problems.failed(context);
        } else {
            Problems.answer(context, Problem.BAD_REQUEST, "Its path or a header is malformed.");
        }
    }
}
