package org.isthmus.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** What the API said to a request. */
record Answer(int status, JsonNode body, Duration retryAfter) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> NOT_NOW = Set.of(429, 503);
    private static final Set<Integer> REFUSED = Set.of(400, 404, 409);

    /** Refusals that say that another request is in the way at this moment. */
    private static final Set<String> IN_THE_WAY = Set.of("idempotency-key-in-use", "changed-meanwhile");

    static Answer of(HttpResponse<String> response) {
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
        return new Answer(response.statusCode(), read(response.body()), wait);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return new TextNode(body.substring(0, Math.min(body.length(), 300)));
        }
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /**
     * Whether the same request may succeed soon: the service is away or busy, or it does not know yet what another
     * service was told a moment ago.
     */
    boolean isWorthRepeating() {
        return NOT_NOW.contains(status) || (REFUSED.contains(status) && (isInTheWay() || isUnknownYet()));
    }

    private boolean isInTheWay() {
        return IN_THE_WAY.contains(code(body));
    }

    private boolean isUnknownYet() {
        boolean named = code(body).endsWith("-unknown");
        for (JsonNode error : body.path("errors")) {
            if (!code(error).endsWith("-unknown")) {
                return false;
            }
            named = true;
        }
        return named;
    }

    private static String code(JsonNode node) {
        return node.path("code").asText();
    }
}
