package org.isthmus.attack.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What must be as before: health, books, seals and copies of each service, by what an auditor is shown. */
final class Afterwards {

    private static final List<String> SERVICES = List.of("programming", "funding", "projects");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller caller;
    private final UnaryOperator<String> tokens;

    Afterwards(URI gateway, UnaryOperator<String> tokens) {
        caller = new Caller(gateway, "127.0.0.1", new Answers("afterwards"));
        this.tokens = tokens;
    }

    /** What is not; nothing where all is well. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        JsonNode health = read("/q/health", null);
        if (!health.path("status").asText().equals("UP")) {
            wrong.add("health: " + health);
        }
        for (String service : SERVICES) {
            JsonNode seals = read("/v1/audit/%s/verification".formatted(service), "auditor");
            if (!seals.path("intact").asBoolean()) {
                wrong.add("%s, seals: %s".formatted(service, seals));
            }
            JsonNode books = read("/v1/reconciliation/%s".formatted(service), "auditor");
            if (!books.path("agrees").asBoolean()) {
                wrong.add("%s, books: %s".formatted(service, books));
            }
            for (JsonNode copy : books.path("copies")) {
                if (!List.of("AGREES", "NOT_TOLD").contains(copy.path("state").asText())) {
                    wrong.add("%s, copy: %s".formatted(service, copy));
                }
            }
        }
        return wrong;
    }

    private JsonNode read(String path, @Nullable String role) {
        String body = caller.get(path, role == null ? null : tokens.apply(role));
        try {
            return body == null ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
