package org.isthmus.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The public API as a patient client sees it.
 *
 * <p>A request that may succeed soon is repeated, with the same {@code Idempotency-Key}, until it is answered or the
 * patience ends. The key follows from address and body, so the same request of a later run is the same request.
 */
final class Api implements AutoCloseable {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final URI gateway;
    private final UnaryOperator<String> tokens;
    private final Duration patience;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<NotLoaded> first = new AtomicReference<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Api(URI gateway, UnaryOperator<String> tokens, Duration patience) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** All items of a list, page by page. */
    List<JsonNode> list(Collection collection) {
        List<JsonNode> items = new ArrayList<>();
        String next = collection.path() + "?limit=1000";
        while (!next.isEmpty()) {
            JsonNode page = done("The list " + collection.path(), get(next, collection.role()));
            page.path("items").forEach(items::add);
            next = page.path("next").asText();
        }
        return items;
    }

    /** Posts a part of a seed record and answers the representation; the role is that of the caller. */
    JsonNode post(SeedRecord seed, String path, JsonNode body, String role) {
        String key =
                UUID.nameUUIDFromBytes((path + "\n" + body).getBytes(UTF_8)).toString();
        HttpRequest request = to(path, role)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return done(seed.words(), request);
    }

    private HttpRequest get(String path, String role) {
        return to(path, role).GET().build();
    }

    private HttpRequest.Builder to(String path, String role) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.apply(role));
    }

    private JsonNode done(String what, HttpRequest request) {
        long deadline = System.nanoTime() + patience.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            Answer answer = send(request);
            if (answer != null && answer.isGood()) {
                return answer.body();
            }
            boolean mayBecomeGood = answer == null || answer.isWorthRepeating();
            if (!mayBecomeGood || System.nanoTime() > deadline || isOver(longer(pause, answer))) {
                throw failed(new NotLoaded(sentence(what, request, answer)));
            }
            pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
        }
    }

    /** The first failure ends the waiting of all others, and is the one to tell. */
    private NotLoaded failed(NotLoaded failure) {
        NotLoaded told = first.updateAndGet(known -> known == null ? failure : known);
        over.countDown();
        return told;
    }

    /** Null when nobody answered. */
    private @Nullable Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException away) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotLoaded("Interrupted while loading the reference data.", interrupted);
        }
    }

    /** Waits, and tells whether another request failed meanwhile. */
    private boolean isOver(Duration pause) {
        try {
            return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration longer(Duration pause, @Nullable Answer answer) {
        Duration asked = answer == null ? Duration.ZERO : shorter(answer.retryAfter(), LONGEST_PAUSE);
        return pause.compareTo(asked) > 0 ? pause : asked;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private String sentence(String what, HttpRequest request, @Nullable Answer answer) {
        String asked = "%s %s".formatted(request.method(), request.uri().getRawPath());
        return answer == null
                ? "%s: nobody answers %s at %s.".formatted(what, asked, gateway)
                : "%s: %s was answered with %d: %s".formatted(what, asked, answer.status(), answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
