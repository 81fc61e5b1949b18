package org.isthmus.gateway.pages;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.gateway.settings.Settings;
import org.isthmus.kit.problem.ProblemType;

/** What the gateway answers itself: the index, the documents, the problems, health. All of it can only be read. */
@ApplicationScoped
public class OwnPaths {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1");
    private static final Set<String> PASSED_ON = Set.of("X-Forwarded-For", "Forwarded", "Via");
    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private final Settings settings;
    private final Health health;
    private final Vertx vertx;
    private final String mode;

    OwnPaths(Settings settings, Health health, Vertx vertx, @ConfigProperty(name = "isthmus.mode") String mode) {
        this.settings = settings;
        this.health = health;
        this.vertx = vertx;
        this.mode = mode;
    }

    public void open(Router router, int order) {
        router.route("/webjars/*").order(order).handler(Problems::unknown);
        router.route("/q/metrics").order(order).handler(this::refuseStrangers);
        router.route("/q/*").order(order).handler(context -> read(context, RoutingContext::next));
        own(router, "/q/health", health::all);
        own(router, "/q/health/live", health::live);
        own(router, "/q/health/ready", health::ready);
        Future<OpenApi> openApi = vertx.executeBlocking(
                        () -> OpenApi.read(settings.tokenUrl(), ProblemType.publicUrl()), false)
                .map(Objects::requireNonNull);
        own(router, "/openapi.yaml", openApi, OpenApi::yaml);
        own(router, "/openapi.json", openApi, OpenApi::json);
        Map<String, Guides.Guide> guides = Guides.read();
        guides.forEach((path, guide) -> own(router, path, guide.page()::send));
        own(router, "/licence", Page.ofResource("text/plain; charset=utf-8", "LICENSE")::send);
        Figures figures = new Figures(vertx, settings);
        own(router, "/", context -> {
            Future<Index> index = openApi.compose(document ->
                    figures.now().map(numbers -> new Index(document, guides, settings.tokenUrl(), mode, numbers)));
            show(context, index, Html.isWanted(context) ? Index::html : Index::json);
        });
        ProblemPages problems = ProblemPages.read();
        own(router, "/problems", problems::list);
        own(router, "/problems/:code", problems::one);
        Docs.pages(settings.tokenUrl()).forEach((path, page) -> own(router, path, page::send));
        own(router, "/style.css", Page.ofResource("text/css", "pages/style.css")::send);
        own(router, "/favicon.ico", Page.ofResource("image/svg+xml", "pages/favicon.svg")::send);
        own(router, "/robots.txt", Page.ofResource("text/plain", "pages/robots.txt")::send);
    }

    /** Metrics tell of everybody's requests: they are for this machine and those that are named, never through a proxy. */
    private void refuseStrangers(RoutingContext context) {
        HttpServerRequest request = context.request();
        String address = String.valueOf(request.remoteAddress().hostAddress());
        boolean isPassedOn = PASSED_ON.stream().anyMatch(request.headers()::contains);
        boolean mayRead = LOOPBACK.contains(address)
                || settings.metricsReaders().orElse(List.of()).contains(address);
        if (mayRead && !isPassedOn) {
            context.next();
        } else {
            Problems.unknown(context);
        }
    }

    private static void own(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).handler(context -> read(context, handler));
    }

    private static <T> void own(Router router, String path, Future<T> made, Function<T, Page> page) {
        own(router, path, context -> show(context, made, page));
    }

    private static <T> void show(RoutingContext context, Future<T> made, Function<T, Page> page) {
        made.onSuccess(it -> page.apply(it).send(context)).onFailure(context::fail);
    }

    private static void read(RoutingContext context, Handler<RoutingContext> handler) {
        HttpServerResponse response = context.response();
        switch (context.request().method().name()) {
            case "GET", "HEAD" -> handler.handle(context);
            case "OPTIONS" ->
                response.setStatusCode(204).putHeader("Allow", ALLOWED).end();
            default -> {
                response.putHeader("Allow", ALLOWED);
                Problems.answer(context, Problem.METHOD_NOT_ALLOWED, "It takes %s.".formatted(ALLOWED));
            }
        }
    }
}
