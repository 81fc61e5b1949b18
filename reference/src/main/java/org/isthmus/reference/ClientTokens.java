package org.isthmus.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Access tokens by client credentials (RFC 6749, section 4.4), each kept until shortly before it ends. */
public final class ClientTokens implements UnaryOperator<String> {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Token(String value, Instant end) {}

    private final Clock clock = Clock.systemUTC();
    private final URI endpoint;
    private final UnaryOperator<String> secrets;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> known = new HashMap<>();

    /**
     * @param endpoint where tokens are given out
     * @param secrets the secret of a client by its name
     */
    public ClientTokens(URI endpoint, UnaryOperator<String> secrets) {
        this.endpoint = endpoint;
        this.secrets = secrets;
    }

    /** The token of a client. */
    @Override
    public synchronized String apply(String client) {
        Token token = known.get(client);
        if (token == null || clock.instant().isAfter(token.end())) {
            token = fetch(client);
            known.put(client, token);
        }
        return token.value();
    }

    private Token fetch(String client) {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(URLEncoder.encode(client, UTF_8), URLEncoder.encode(secrets.apply(client), UTF_8));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new NotLoaded("The issuer at %s gave no token for %s: %d %s"
                        .formatted(endpoint, client, response.statusCode(), response.body()));
            }
            var answer = new ObjectMapper().readTree(response.body());
            Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(60));
            return new Token(
                    answer.path("access_token").asText(),
                    clock.instant().plus(life).minus(MARGIN));
        } catch (IOException away) {
            throw new NotLoaded("The issuer at %s does not answer.".formatted(endpoint), away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotLoaded("Interrupted while asking for a token.", interrupted);
        }
    }
}
