package org.isthmus.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what is posted and lists it in small pages, as the real gateway would, and says no when a test wants it to. */
final class FakeGateway implements AutoCloseable {

    record Asked(
            String method,
            String path,
            String token,
            @Nullable String key,
            JsonNode body) {}

    record Said(int status, String body, Map<String, String> headers) {

        static Said problem(int status, String code) {
            return new Said(
                    status, "{\"status\":%d,\"code\":\"%s\",\"detail\":\"No.\"}".formatted(status, code), Map.of());
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 40;

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final Map<String, List<ObjectNode>> collections = new LinkedHashMap<>();
    private final Map<String, Said> answered = new LinkedHashMap<>();
    private final HttpServer server;
    private volatile Function<Asked, Optional<Said>> mood = request -> Optional.empty();

    FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void sayInstead(Function<Asked, Optional<Said>> answer) {
        mood = answer;
    }

    synchronized List<ObjectNode> collection(String path) {
        return collections.computeIfAbsent(path, unknown -> new ArrayList<>());
    }

    long posts() {
        return asked.stream().filter(request -> request.method().equals("POST")).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    JSON.readTree(exchange.getRequestBody().readAllBytes()));
            asked.add(request);
            Said said = mood.apply(request).orElseGet(() -> answer(request));
            said.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = said.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Said answer(Asked request) {
        if (request.method().equals("GET")) {
            return page(request.path());
        }
        return answered.computeIfAbsent(String.valueOf(request.key()), key -> done(request));
    }

    private Said page(String path) {
        String collection = path.replaceAll("\\?.*", "");
        int from = path.contains("cursor=") ? Integer.parseInt(path.replaceAll(".*cursor=", "")) : 0;
        List<ObjectNode> all = collection(collection);
        int to = Math.min(all.size(), from + PAGE);
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        all.subList(from, to).forEach(items::add);
        if (to < all.size()) {
            page.put("next", collection + "?limit=1000&cursor=" + to);
        }
        return new Said(200, page.toString(), Map.of());
    }

    private Said done(Asked request) {
        List<String> parts = List.of(request.path().split("/", -1));
        if (parts.size() == 3) {
            ObjectNode record =
                    ((ObjectNode) request.body()).put("id", UUID.randomUUID().toString());
            collection(request.path()).add(record);
            return new Said(201, record.toString(), Map.of());
        }
        if (parts.get(2).equals("historical-statuses")) {
            for (ObjectNode past : collection("/v1/historical-statuses")) {
                past.path("projects")
                        .forEach(row -> project(row.path("projectId").asText()).set("historicalStatus", row));
            }
            return new Said(200, "{}", Map.of());
        }
        if (parts.get(4).equals("confirm")) {
            for (ObjectNode past : collection("/v1/historical-commitments")) {
                past.path("movements")
                        .forEach(row -> collection("/v1/commitments").add((ObjectNode) row));
            }
            return new Said(200, "{}", Map.of());
        }
        ObjectNode project = project(parts.get(3));
        if (parts.get(4).equals("publish")) {
            project.put("published", true);
        } else {
            ObjectNode relation = project.withArrayProperty("relations").addObject();
            relation.put("type", request.body().path("type").asText());
            relation.set(
                    "project",
                    project(request.body().path("projectId").asText()).deepCopy());
        }
        return new Said(200, project.toString(), Map.of());
    }

    private ObjectNode project(String id) {
        return collection("/v1/projects").stream()
                .filter(project -> project.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
