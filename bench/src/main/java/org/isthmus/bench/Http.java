package org.isthmus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The API as a client of a measurement calls it: an answer that is no success ends the run and is told. */
final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Target target;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Http(Target target) {
        this.target = target;
    }

    /** As the public. */
    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(target.gateway().resolve(path)).timeout(Duration.ofMinutes(5)));
    }

    JsonNode post(String role, String path, JsonNode body) {
        return send(HttpRequest.newBuilder(target.gateway().resolve(path))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(role, this::token))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The same once another service has heard of what it names. */
    JsonNode postOnceKnown(String role, String path, JsonNode body) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); ; ) {
            try {
                return post(role, path, body);
            } catch (IllegalStateException refused) {
                if (!String.valueOf(refused.getMessage()).contains("-unknown") || System.nanoTime() > end) {
                    throw refused;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private String token(String role) {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=local".formatted(role);
        return send(HttpRequest.newBuilder(target.tokens())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        URI uri = request.uri();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s was answered with %d: %s"
                        .formatted(request.method(), uri, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(uri + " cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
