package org.isthmus.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends hostile requests to every operation of a document, in every role and without a token. No answer is a failure of ours,
 * each has a status that the document names, and each refusal is a problem document whose code has a remedy.
 */
public final class HostileWalk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY = 429;

    private final URI base;
    private final List<Operation> operations;
    private final Function<String, String> tokens;
    private final Predicate<String> hasRemedy;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong sent = new AtomicLong();

    /**
     * @param document OpenAPI, as JSON
     * @param tokens a token of each role
     * @param hasRemedy whether a problem code is explained with what to do
     */
    public HostileWalk(URI base, JsonNode document, Function<String, String> tokens, Predicate<String> hasRemedy) {
        this.base = base;
        this.operations = Operation.of(document);
        this.tokens = tokens;
        this.hasRemedy = hasRemedy;
    }

    /**
     * @param cases requests for each operation and role
     * @param seed the same seed sends the same requests
     * @return what was wrong
     */
    public List<String> run(List<String> roles, int cases, long seed) {
        operations.parallelStream().forEach(operation -> {
            send(operation, null, "nobody", cases, seed);
            roles.forEach(role -> send(operation, tokens.apply(role), role, cases, seed));
        });
        return wrong;
    }

    public long sent() {
        return sent.get();
    }

    private void send(Operation operation, @Nullable String token, String role, int cases, long seed) {
        Random chance = new Random(31 * seed + (operation.name() + role).hashCode());
        for (int i = 0; i < cases; i++) {
            HostileRequest request = new HostileRequest(operation, chance);
            try {
                HttpResponse<String> answer = answer(request, token);
                String fault = fault(operation, request, answer);
                if (fault != null) {
                    wrong.add("%s as %s: %s; sent %s; %s"
                            .formatted(operation.name(), role, fault, request, shortened(answer.body())));
                }
            } catch (IOException e) {
                wrong.add("%s as %s: no answer (%s); sent %s".formatted(operation.name(), role, e, request));
            }
        }
    }

    /** Whoever asks too often is told so, and waits as he is told. */
    private HttpResponse<String> answer(HostileRequest request, @Nullable String token) throws IOException {
        try {
            while (true) {
                sent.incrementAndGet();
                HttpResponse<String> answer = http.send(request.to(base, token), BodyHandlers.ofString());
                if (answer.statusCode() != TOO_MANY) {
                    return answer;
                }
                long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
                LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private @Nullable String fault(Operation operation, HostileRequest request, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) {
            return "answered " + status;
        }
        boolean isElsewhere = status == 404 || status == 405 || status == 414 || status == 431;
        if (!operation.documents(status) && !isElsewhere && !request.hasOtherMethod()) {
            return "answered " + status + ", which the document does not name";
        }
        return status < 400 ? null : faultOfProblem(status, answer);
    }

    private @Nullable String faultOfProblem(int status, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "answered %d as '%s'".formatted(status, type);
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            if (problem.path("status").asInt() != status
                    || problem.path("detail").asText().isEmpty()) {
                return "a problem document says something else than status " + status;
            }
            List<String> codes = new ArrayList<>(List.of(problem.path("code").asText()));
            codes.addAll(problem.path("errors").findValuesAsText("code"));
            codes.removeIf(hasRemedy);
            return codes.isEmpty() ? null : "codes %s have no remedy".formatted(codes);
        } catch (JsonProcessingException e) {
            return "a problem document is no JSON";
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 300)).replaceAll("\\s+", " ");
    }
}
