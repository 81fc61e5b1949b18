package org.isthmus.client.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.isthmus.client.ApiClient;

/** Access of a program by OAuth 2 client credentials; a token is asked for again before it ends. */
public final class Access {

    private static final int SPARE_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI tokenUrl;
    private final String form;
    private String token = "";
    private Instant until = Instant.MIN;

    public Access(URI tokenUrl, String clientId, String clientSecret) {
        this.tokenUrl = tokenUrl;
        form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A client of the API that brings the token with every request. */
    public ApiClient to(URI gateway) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(gateway.toString().replaceAll("/$", ""));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token()));
        return client;
    }

    private synchronized String token() {
        if (Instant.now().isAfter(until)) {
            ask();
        }
        return token;
    }

    private void ask() {
        HttpRequest request = HttpRequest.newBuilder(tokenUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(tokenUrl + " answered " + answer.statusCode());
            }
            JsonNode told = json.readTree(answer.body());
            token = told.path("access_token").asText();
            until = Instant.now().plusSeconds(told.path("expires_in").asLong() - SPARE_SECONDS);
        } catch (IOException e) {
            throw new IllegalStateException("no token from " + tokenUrl, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
