package org.isthmus.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hostile requests without end, to operations of a document by chance. */
public final class HostileRequests {

    private final List<Operation> operations;

    /** @param document OpenAPI, as JSON */
    public HostileRequests(JsonNode document) {
        operations = Operation.of(document);
    }

    /** @param seed the same seed makes the same requests */
    public Supplier<HttpRequest> from(URI base, Supplier<@Nullable String> token, long seed) {
        Random chance = new Random(seed);
        return () -> next(base, token.get(), chance);
    }

    /** One that can be sent: some addresses made by chance can't be written down. */
    private HttpRequest next(URI base, @Nullable String token, Random chance) {
        while (true) {
            try {
                return new HostileRequest(operations.get(chance.nextInt(operations.size())), chance).to(base, token);
            } catch (IllegalArgumentException unwritable) {
                // the next one
            }
        }
    }
}
