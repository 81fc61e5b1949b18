package org.isthmus.gateway.pages;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.gateway.proxy.Routes;
import org.isthmus.gateway.proxy.Upstream;
import org.isthmus.gateway.settings.Settings;
import org.isthmus.kit.framing.Framing;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway and each of its neighbours are.
 *
 * <p>A neighbour that is away, or says itself that it is DEGRADED, makes the whole DEGRADED, never the gateway unready: it
 * still routes to the others.
 */
@ApplicationScoped
class Health {

    private static final long FRESH_MILLIS = 1_500;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Routes routes;
    private final Map<String, URI> neighbours = new TreeMap<>();
    private final HttpClient client;
    private volatile boolean stopping;
    private @Nullable Future<JsonArray> last;
    private long lastAt;

    Health(
            Settings settings,
            Routes routes,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            Vertx vertx) {
        this.routes = routes;
        settings.services()
                .forEach((name, service) -> neighbours.put(name, service.url().resolve("/q/health/ready")));
        neighbours.put("tokens", URI.create(issuer + "/.well-known/openid-configuration"));
        client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(2).setConnectTimeout((int) PATIENCE_MILLIS));
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void stopped(@Observes ShutdownEvent event) {
        stopping = true;
    }

    void live(RoutingContext context) {
        answer(context, 200, "UP", new JsonArray());
    }

    void ready(RoutingContext context) {
        checks().onSuccess(checks -> answer(context, stopping ? 503 : 200, stopping ? "DOWN" : "UP", checks));
    }

    void all(RoutingContext context) {
        checks().onSuccess(checks -> {
            boolean isUp = having("UP", checks) == checks.size();
            boolean isDown = having("DOWN", checks) == checks.size();
            JsonObject clients = clients();
            String word = isUp && clients.getString("status").equals("UP") ? "UP" : isDown ? "DOWN" : "DEGRADED";
            answer(context, isDown ? 503 : 200, word, checks.copy().add(clients));
        });
    }

    private JsonObject clients() {
        Framing.Open open = Framing.open();
        JsonObject data =
                new JsonObject().put("connections", open.connections()).put("bodies", open.bodies());
        routes.all().forEach(service -> data.put(service.name(), service.load()));
        boolean isFull = open.isFull() || routes.all().stream().anyMatch(Upstream::isFull);
        return new JsonObject()
                .put("name", "clients")
                .put("status", isFull ? "DEGRADED" : "UP")
                .put("data", data);
    }

    private static long having(String status, JsonArray checks) {
        return checks.stream()
                .filter(check -> status.equals(((JsonObject) check).getString("status")))
                .count();
    }

    private static void answer(RoutingContext context, int status, String word, JsonArray checks) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Page.JSON)
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject().put("status", word).put("checks", checks).encodePrettily());
    }

    /** Asked of all at once and kept for a moment, however many want to know. */
    private synchronized Future<JsonArray> checks() {
        long now = System.nanoTime() / 1_000_000;
        if (last == null || now - lastAt > FRESH_MILLIS) {
            List<Future<JsonObject>> checks = new ArrayList<>();
            neighbours.forEach((name, address) -> checks.add(check(name, address)));
            lastAt = now;
            last = Future.all(checks).map(all -> new JsonArray(all.<JsonObject>list()));
        }
        return last;
    }

    private Future<JsonObject> check(String name, URI address) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(address.toString())
                .setConnectTimeout(PATIENCE_MILLIS)
                .setIdleTimeout(PATIENCE_MILLIS);
        return client.request(options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> status(response.statusCode(), body)))
                .otherwise("DOWN")
                .map(status -> new JsonObject().put("name", name).put("status", status));
    }

    /** A service that is ready may say by one of its checks that an operator is needed. */
    private static String status(int code, Buffer body) {
        if (code != 200) {
            return "DOWN";
        }
        try {
            JsonArray checks = new JsonObject(body).getJsonArray("checks", new JsonArray());
            boolean isDegraded = checks.stream()
                    .map(check -> ((JsonObject) check).getJsonObject("data", new JsonObject()))
                    .anyMatch(data -> "DEGRADED".equals(data.getString("state")));
            return isDegraded ? "DEGRADED" : "UP";
        } catch (DecodeException | ClassCastException saysNothing) {
            return "UP";
        }
    }
}
