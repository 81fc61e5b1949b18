package org.isthmus.gateway.pages;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.gateway.settings.Settings;
import org.jboss.logging.Logger;

/** A few published figures for the index, asked of the services at most once a minute; one that can't be had is left out. */
final class Figures {

    /**
     * @param value as it is printed
     * @param href where it comes from, and what else is there
     */
    record Figure(String label, String value, String href) {}

    private record Source(String label, String service, String path, String href, String pointer, String unit) {}

    private static final Logger LOG = Logger.getLogger(Figures.class);
    private static final long AGE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long PATIENCE_MILLIS = 2_000;
    private static final String EXECUTION = "/v1/execution?groupBy=programme";
    private static final List<Source> SOURCES = List.of(
            new Source(
                    "Published projects", "projects", "/v1/projects?limit=1&total=true", "/v1/projects", "/total", ""),
            new Source(
                    "Organisations",
                    "projects",
                    "/v1/organisations?limit=1&total=true",
                    "/v1/organisations",
                    "/total",
                    ""),
            new Source(
                    "Contribution of published projects",
                    "projects",
                    "/v1/statistics/projects?groupBy=programme&currency=EUR",
                    "/v1/statistics/projects?groupBy=programme",
                    "/total/contribution/0/amount",
                    "EUR "),
            new Source("Committed to them", "funding", EXECUTION, EXECUTION, "/total/committed", "EUR "),
            new Source("Paid of it, where payments are known", "funding", EXECUTION, EXECUTION, "/total/paid", "EUR "));

    private final HttpClient client;
    private final Settings settings;
    private long made;
    private Future<List<Figure>> figures = Future.succeededFuture(List.of());
    private boolean isFirst = true;

    Figures(Vertx vertx, Settings settings) {
        this.client = vertx.createHttpClient();
        this.settings = settings;
    }

    synchronized Future<List<Figure>> now() {
        if (isFirst || System.nanoTime() - made > AGE_NANOS) {
            isFirst = false;
            made = System.nanoTime();
            figures = ask();
        }
        return figures;
    }

    private Future<List<Figure>> ask() {
        List<Future<List<Figure>>> asked = SOURCES.stream()
                .map(source -> ask(source).map(List::of).recover(cause -> {
                    LOG.debugf("no figure of %s: %s", source.path(), cause);
                    return Future.succeededFuture(List.of());
                }))
                .toList();
        return Future.join(asked).map(all -> {
            List<Figure> found = new ArrayList<>();
            asked.forEach(each -> found.addAll(each.result()));
            return found;
        });
    }

    private Future<Figure> ask(Source source) {
        Settings.Service service = settings.services().get(source.service());
        if (service == null) {
            return Future.failedFuture("there is no service " + source.service());
        }
        URI url = service.url().resolve(source.path());
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url.toString())
                .setTimeout(PATIENCE_MILLIS);
        return client.request(request)
                .compose(sent -> sent.send())
                .compose(HttpClientResponse::body)
                .map(body -> figure(source, body));
    }

    private static Figure figure(Source source, Buffer body) {
        Object value = JsonPointer.from(source.pointer()).queryJson(new JsonObject(body));
        if (value == null) {
            throw new IllegalStateException("it is not there");
        }
        return new Figure(source.label(), source.unit() + value, source.href());
    }
}
