package org.isthmus.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The system through its gateway, as one demo client; null is nobody. */
record Api(@Nullable String client) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String id() {
            return text("/id");
        }

        String etag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }

        /** The answer, if it has this status; else everything that it said instead. */
        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("%s %s answered %d instead of %d: %s"
                        .formatted(response.request().method(), response.uri(), status, expected, body));
            }
            return this;
        }
    }

    static Api as(String client) {
        return new Api(client);
    }

    static Api anonymous() {
        return new Api(null);
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer get(String path, Map<String, String> headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) {
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    Answer put(String path, String body, String etag) {
        return send("PUT", path, body, Map.of("If-Match", etag));
    }

    Answer patch(String path, String body, String etag) {
        return send("PATCH", path, body, Map.of("If-Match", etag, "Content-Type", "application/merge-patch+json"));
    }

    /** An answer that is no JSON as a whole. */
    String getText(String path) {
        return get(path).expect(200).response().body();
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Isthmus.gateway() + path))
                .timeout(Duration.ofSeconds(30))
                .setHeader("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (client != null) {
            request.header("Authorization", "Bearer " + Isthmus.token(client));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()), response);
        } catch (IOException failure) {
            throw new UncheckedIOException("%s %s".formatted(method, path), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode read(String body) throws IOException {
        return body.startsWith("{") || body.startsWith("[")
                ? JSON.readTree(body)
                : JSON.getNodeFactory().textNode(body);
    }
}
