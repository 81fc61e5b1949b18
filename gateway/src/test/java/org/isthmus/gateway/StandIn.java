package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A real HTTP server in the place of one service: the last segment of the path says how it behaves. */
public final class StandIn {

    /** The lines of all requests that reached any of them. */
    public static final Queue<String> REACHED = new ConcurrentLinkedQueue<>();

    private final String name;
    private final HttpServer server;
    private final Semaphore released = new Semaphore(0);

    StandIn(String name) throws IOException {
        this.name = name;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        REACHED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "stream" -> stream(exchange);
                case "release" -> release(exchange);
                case "silent" -> released.acquireUninterruptibly();
                case "broken" -> breakOff(exchange);
                case "unmodified" -> unmodified(exchange);
                case "gone" -> gone(exchange);
                case "big" -> big(exchange);
                case "new" -> created(exchange);
                case "hops" -> hops(exchange);
                default -> echo(exchange);
            }
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        long length = 0;
        try (InputStream body = exchange.getRequestBody()) {
            byte[] part = new byte[65_536];
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                length += read;
            }
        }
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((key, values) -> headers.put(key.toLowerCase(Locale.ROOT), String.join(", ", values)));
        byte[] said = new ObjectMapper()
                .writeValueAsBytes(Map.of(
                        "service", name,
                        "method", exchange.getRequestMethod(),
                        "uri", exchange.getRequestURI().toString(),
                        "received", length,
                        "headers", headers));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("ETag", "\"v7\"");
        exchange.getResponseHeaders().set("X-Request-Id", "of-the-service");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : said.length);
        if (!head) {
            exchange.getResponseBody().write(said);
        }
    }

    /** A first line at once; the second one only when somebody has called "release". */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write("first\n".getBytes(UTF_8));
            body.flush();
            released.acquireUninterruptibly();
            body.write("second\n".getBytes(UTF_8));
        }
    }

    private void release(HttpExchange exchange) throws IOException {
        released.release(exchange.getRequestURI().getQuery() == null ? 1 : 1_000);
        exchange.sendResponseHeaders(204, -1);
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write("half".getBytes(UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void unmodified(HttpExchange exchange) throws IOException {
        boolean same = "\"v7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("ETag", "\"v7\"");
        exchange.getResponseHeaders().set("Content-Length", "0");
        exchange.sendResponseHeaders(same ? 304 : 200, -1);
    }

    private static void gone(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Length", "0");
        exchange.sendResponseHeaders(204, -1);
    }

    private static void big(HttpExchange exchange) throws IOException {
        byte[] part = new byte[65_536];
        exchange.sendResponseHeaders(200, 0);
        for (int sent = 0; sent < 2_000; sent++) {
            exchange.getResponseBody().write(part);
        }
    }

    private void created(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", url() + "/v1/projects/7?x=1");
        exchange.sendResponseHeaders(201, -1);
    }

    private static void hops(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
        exchange.getResponseHeaders().set("Upgrade", "h2c");
        exchange.getResponseHeaders().set("Set-Cookie", "a=b");
        exchange.sendResponseHeaders(200, -1);
    }
}
