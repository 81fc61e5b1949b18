package org.isthmus.stack.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.isthmus.stack.machine.CannotStart;

/** Access tokens of the demo clients, fetched from the local issuer as any client would and kept for the run. */
public final class Tokens {

    private final URI issuer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public Tokens(URI issuer) {
        this.issuer = issuer;
    }

    /** The token of one of {@link DemoClients}. */
    public String of(String client) {
        return known.computeIfAbsent(client, this::fetch);
    }

    private String fetch(String client) {
        var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=any&client_id=" + client))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CannotStart("The token issuer gave no token for %s: %s".formatted(client, response.body()));
            }
            return new ObjectMapper()
                    .readTree(response.body())
                    .path("access_token")
                    .asText();
        } catch (IOException failure) {
            throw new CannotStart("The token issuer at %s does not answer.".formatted(issuer), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while asking for a token.", interrupted);
        }
    }
}
