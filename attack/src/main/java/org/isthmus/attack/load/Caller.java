package org.isthmus.attack.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls the gateway from one address of this machine, and notes what is answered. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI gateway;
    private final Answers answers;

    Caller(URI gateway, String address, Answers answers) {
        this.gateway = gateway;
        this.answers = answers;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(address(address))
                .build();
    }

    static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    /** The body of the answer, or nothing where it is no success. */
    @Nullable
    String get(String path, @Nullable String token) {
        return send(HttpRequest.newBuilder(gateway.resolve(path)), token);
    }

    @Nullable
    String change(String method, String path, String body, @Nullable String token) {
        return send(
                HttpRequest.newBuilder(gateway.resolve(path))
                        .header(
                                "Content-Type",
                                method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(method, BodyPublishers.ofString(body)),
                token);
    }

    private @Nullable String send(HttpRequest.Builder request, @Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.timeout(PATIENCE).build());
    }

    @Nullable
    String send(HttpRequest request) {
        long begun = System.nanoTime();
        int status = Answers.NONE;
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            status = answer.statusCode();
            return status < 300 ? answer.body() : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            answers.add(status, System.nanoTime() - begun);
        }
    }
}
