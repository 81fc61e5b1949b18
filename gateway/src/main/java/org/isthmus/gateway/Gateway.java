package org.isthmus.gateway;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.isthmus.gateway.admission.Admission;
import org.isthmus.gateway.admission.Bounds;
import org.isthmus.gateway.admission.Cors;
import org.isthmus.gateway.pages.OwnPaths;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.gateway.problem.RequestId;
import org.isthmus.gateway.proxy.Routes;
import org.isthmus.gateway.proxy.Upstream;
import org.isthmus.gateway.settings.Settings;
import org.isthmus.kit.framing.Framing;
import org.isthmus.kit.framing.MalformedMessage;
import org.isthmus.kit.problem.ProblemType;

/** Every request comes in here, in the order written below. */
@ApplicationScoped
class Gateway {

    private static final int FIRST = -1_000;
    private static final boolean IS_BEHIND_TLS = ProblemType.publicUrl().startsWith("https:");
    private static final int LAST = 100_000;

    private final Settings settings;
    private final Routes routes;
    private final Admission admission;
    private final Meter meter;
    private final OwnPaths ownPaths;

    Gateway(Settings settings, Routes routes, Admission admission, Meter meter, OwnPaths ownPaths) {
        this.settings = settings;
        this.routes = routes;
        this.admission = admission;
        this.meter = meter;
        this.ownPaths = ownPaths;
    }

    void open(@Observes Router router) {
        Framing.guard(routes::turnsAway);
        router.route().order(FIRST).handler(new RequestId()).failureHandler(Gateway::failed);
        router.route().order(FIRST + 1).handler(Gateway::protect).handler(Gateway::refuseTwoReadings);
        router.route().order(FIRST + 2).handler(new Bounds(settings.limits()));
        router.route()
                .order(FIRST + 3)
                .handler(new Cors(settings.writingOrigins().orElse(List.of())));
        ownPaths.open(router, FIRST + 4);
        router.route("/v1/*").handler(meter).handler(admission).handler(this::pass);
        router.route().order(LAST).handler(Problems::unknown);
        router.errorHandler(400, Gateway::failed);
    }

    private static void protect(RoutingContext context) {
        context.addHeadersEndHandler(ready -> Framing.dropLengthOfNothing(context.response()));
        context.response().putHeader("X-Content-Type-Options", "nosniff").putHeader("Referrer-Policy", "no-referrer");
        if (IS_BEHIND_TLS) {
            context.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }

    /** Nothing goes on that a service could read as more than one request. */
    private static void refuseTwoReadings(RoutingContext context) {
        Optional<MalformedMessage> fault = Framing.fault(context.request());
        if (fault.isPresent()) {
            context.response().putHeader("Connection", "close");
            if (fault.get().status() == 405) {
                context.response().putHeader("Allow", Framing.METHODS);
            }
            context.response().endHandler(done -> context.request().connection().close());
            Problems.answer(context, Problem.of(fault.get().code()), fault.get().detail());
        } else {
            context.next();
        }
    }

    private void pass(RoutingContext context) {
        String path = context.normalizedPath();
        Upstream owner = routes.owner(path);
        if (owner == null) {
            Problems.unknown(context);
        } else if (!path.equals(context.request().path())) {
            Problems.answer(context, Problem.INVALID_REQUEST, "Write the path in its plain form: %s".formatted(path));
        } else {
            meter.passes(context, owner.name());
            owner.pass(context);
        }
    }

    private static void failed(RoutingContext context) {
        if (context.statusCode() >= 500) {
            Problems.failed(context);
        } else {
            Problems.answer(context, Problem.INVALID_REQUEST, "Its path or a header is malformed.");
        }
    }
}
