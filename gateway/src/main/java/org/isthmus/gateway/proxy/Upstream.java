package org.isthmus.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import org.isthmus.gateway.admission.RateLimit;
import org.isthmus.gateway.admission.Turns;
import org.isthmus.gateway.problem.Ending;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.gateway.settings.Settings;
import org.isthmus.kit.framing.Framing;
import org.isthmus.kit.framing.Gate;

/** One service behind the gateway: the way through to it, on connections of its own, so that it can only block itself. */
public final class Upstream implements ProxyInterceptor {

    private final String name;
    private final Settings.Limits limits;
    private final String address;
    private final RequestOptions target;
    private final HttpClient readers;
    private final HttpClient writers;
    private final Turns reads;
    private final Turns writes;
    private final Vertx vertx;
    private final HttpProxy proxy;

    public Upstream(String name, URI url, Settings.Limits limits, Vertx vertx) {
        this.name = name;
        this.limits = limits;
        this.vertx = vertx;
        reads = new Turns(limits.atOnce(), limits.connections(), limits.waiting(), limits.patience(), System::nanoTime);
        writes = new Turns(limits.atOnce(), limits.writers(), limits.waiting(), limits.patience(), System::nanoTime);
        address = url.resolve("/").toString();
        target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80)
                .setSsl("https".equals(url.getScheme()))
                .setConnectTimeout(limits.connect().toMillis())
                .setIdleTimeout(limits.silence().toMillis());
        readers = client(limits.connections(), vertx);
        writers = client(limits.writers(), vertx);
        proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), readers)
                .origin(this::connect)
                .addInterceptor(this);
    }

    private HttpClient client(int connections, Vertx vertx) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) limits.connect().toMillis())
                        .setMaxInitialLineLength(2 * limits.uri())
                        .setMaxHeaderSize(4 * limits.headers()))
                .with(new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(limits.waiting()))
                .withConnectHandler(Framing::readAnswersStrictly)
                .build();
    }

    public String name() {
        return name;
    }

    /** Passes a request on once it has its turn, or refuses it. */
    public void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        Context here = vertx.getOrCreateContext();
        Turns turns = isRead(request.method()) ? reads : writes;
        String client = RateLimit.address(context);
        request.pause();
        turns.ask(client, new Turns.Asker() {
            @Override
            public void go(Turns.Turn turn) {
                on(here, () -> pass(context, turn));
            }

            @Override
            public void refuse() {
                on(here, () -> Problems.answer(context, Problem.OVERLOADED, Gate.DETAIL));
            }
        });
    }

    private void pass(RoutingContext context, Turns.Turn turn) {
        if (context.response().closed()) {
            turn.done();
        } else {
            context.addHeadersEndHandler(head -> turn.answered());
            context.addEndHandler(ended -> turn.done());
            proxy.handle(UnmeasuredRequest.of(context.request()));
        }
    }

    private static void on(Context context, Runnable action) {
        if (context.equals(Vertx.currentContext())) {
            action.run();
        } else {
            context.runOnContext(now -> action.run());
        }
    }

    void tick() {
        reads.tick();
        writes.tick();
    }

    boolean turnsAway(String client) {
        return reads.turnsAway(client);
    }

    public boolean isFull() {
        return reads.isFull() || writes.isFull();
    }

    /** How much of it is in use. */
    public String load() {
        return "%d and %d under way, %d wait"
                .formatted(reads.underWay(), writes.underWay(), reads.waiting() + writes.waiting());
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        boolean reads = isRead(context.request().getMethod());
        return (reads ? readers : writers)
                .request(new RequestOptions(target))
                .onSuccess(request -> {
                    request.exceptionHandler(cause -> {}); // the answer fails with the same cause
                    context.set("request", request);
                })
                .recover(cause -> Future.failedFuture(new Unanswered.NotReached(cause)));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        Headers.toService(request);
        if (hasBody(request.proxiedRequest())) {
            Passage body = Passage.ofRequest(request.getBody().stream(), limits.body(), () -> waitAnew(context));
            context.set("body", body);
            request.setBody(Body.body(body, request.getBody().length()));
        } else {
            request.proxiedRequest().resume();
            request.setBody(null);
        }
        return context.sendRequest().recover(cause -> Future.succeededFuture(Unanswered.refusal(context, cause)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        Headers.toCaller(response, address);
        if (response.getStatusCode() == 304 || response.getStatusCode() == 204) {
            dropBody(response);
        } else if (response.getBody() != null) {
            Runnable breakOff = () -> Ending.breakOff(context.request().proxiedRequest());
            Passage body = Passage.ofAnswer(response.getBody().stream(), breakOff);
            response.setBody(Body.body(body, response.getBody().length()));
        }
        return context.sendResponse().onComplete(sent -> letGo(context));
    }

    /** Whoever is answered has no more use for the connection, and the rest of his body none. */
    private static void letGo(ProxyContext context) {
        HttpServerRequest asked = context.request().proxiedRequest();
        HttpClientRequest request = context.get("request", HttpClientRequest.class);
        if (request != null && !asked.isEnded()) {
            request.reset();
            Ending.letGo(asked);
        }
    }

    /** As long as the body goes on it is not the service that is silent. */
    private void waitAnew(ProxyContext context) {
        HttpClientRequest request = context.get("request", HttpClientRequest.class);
        if (request != null) {
            request.idleTimeout(limits.silence().toMillis());
        }
    }

    static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
    }

    /** There is none, but only a stream that has been read sets its connection free. */
    private static void dropBody(ProxyResponse response) {
        if (response.getBody() != null) {
            response.getBody().stream().resume();
            response.setBody(null);
        }
    }

    public static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null ? !length.equals("0") : request.headers().contains("Transfer-Encoding");
    }
}
