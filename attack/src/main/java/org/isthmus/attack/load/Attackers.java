package org.isthmus.attack.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.isthmus.attack.HostileRequests;
import org.isthmus.attack.raw.SlowClient;
import org.jspecify.annotations.Nullable;

/** Those who mean no good, each kind from addresses of its own: they go on until the time is over. */
final class Attackers {

    private static final List<String> DEAR = List.of(
            "/v1/statistics/projects?groupBy=strand,country,year",
            "/v1/projects?total=true&facets=strand,country,status&limit=100",
            "/v1/projects?q=a&sort=-amount&total=true",
            "/v1/execution?groupBy=country,strand,year",
            "/v1/accounts?total=true&sort=-balance",
            "/v1/commitments?total=true&limit=100",
            "/v1/coverage",
            "/v1/projects?format=csv",
            "/v1/projects?limit=1");
    private static final int FLOODERS = 4;
    private static final int OF_EACH_FLOODER = 24;
    private static final int SLOW_ADDRESSES = 4;
    private static final int FUZZERS = 6;
    private static final int SENDERS = 3;
    private static final int MANY = 3_000_000;

    private final URI gateway;
    private final UnaryOperator<String> tokens;
    private final HostileRequests requests;
    private final long end;
    private final List<Answers> answers = new ArrayList<>();

    Attackers(URI gateway, JsonNode document, UnaryOperator<String> tokens, Duration time) {
        this.gateway = gateway;
        this.tokens = tokens;
        requests = new HostileRequests(document);
        end = System.nanoTime() + time.toNanos();
    }

    List<Answers> answers() {
        return answers;
    }

    void start(ExecutorService threads) {
        flood(threads);
        fuzz(threads);
        sendMuch(threads);
        beSlow(threads);
    }

    private void flood(ExecutorService threads) {
        Answers flood = answers("flood");
        for (int flooder = 0; flooder < FLOODERS; flooder++) {
            Caller caller = new Caller(gateway, "127.0.0.%d".formatted(20 + flooder), flood);
            for (int number = 0; number < OF_EACH_FLOODER; number++) {
                String path = DEAR.get(number % DEAR.size());
                repeat(threads, () -> caller.get(path, null));
            }
        }
    }

    private void fuzz(ExecutorService threads) {
        Answers fuzz = answers("fuzz");
        for (int fuzzer = 0; fuzzer < FUZZERS; fuzzer++) {
            Caller caller = new Caller(gateway, "127.0.0.%d".formatted(30 + fuzzer), fuzz);
            String role = fuzzer % 2 == 0 ? null : fuzzer == 1 ? "partner-a" : "portal";
            long seed = fuzzer;
            Supplier<HttpRequest> next = requests.from(gateway, () -> token(role), seed);
            repeat(threads, () -> caller.send(next.get()));
        }
    }

    private @Nullable String token(@Nullable String role) {
        return role == null ? null : tokens.apply(role);
    }

    /** As much as is read, and more, with and without a length, of things without end and deep ones. */
    private void sendMuch(ExecutorService threads) {
        Answers much = answers("big bodies");
        List<String> parts = List.of("{},", "[", "\"x\",", "{\"results\":", "1,");
        for (int sender = 0; sender < SENDERS; sender++) {
            Caller caller = new Caller(gateway, "127.0.0.%d".formatted(40 + sender), much);
            for (int at = 0; at < parts.size(); at++) {
                String part = parts.get(at);
                String body = "{\"results\":[" + part.repeat(MANY / part.length());
                boolean hasToken = (at + sender) % 2 == 0;
                repeat(
                        threads,
                        () -> caller.change("PATCH", "/v1/projects/x", body, token(hasToken ? "partner-a" : null)));
                repeat(threads, () -> caller.send(unmeasured(body)));
            }
        }
    }

    private HttpRequest unmeasured(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Supplier<InputStream> thrice = () -> new SequenceInputStream(
                new ByteArrayInputStream(bytes),
                new SequenceInputStream(new ByteArrayInputStream(bytes), new ByteArrayInputStream(bytes)));
        return HttpRequest.newBuilder(gateway.resolve("/v1/projects"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofInputStream(thrice))
                .build();
    }

    private void beSlow(ExecutorService threads) {
        Answers slow = answers("slow");
        for (int number = 0; number < SLOW_ADDRESSES; number++) {
            String address = "127.0.0.%d".formatted(50 + number);
            for (SlowClient each : SlowClient.all()) {
                for (int times = 0; times < 4; times++) {
                    repeat(threads, () -> beSlow(each, address, slow));
                }
            }
        }
    }

    private void beSlow(SlowClient client, String address, Answers slow) {
        long begun = System.nanoTime();
        int status = Answers.NONE;
        try {
            List<Integer> statuses = client.sent(
                    gateway, "/v1/projects", Caller.address(address), Duration.ofSeconds(1), Duration.ofMinutes(2));
            status = statuses.isEmpty() ? Answers.NONE : statuses.getLast();
        } catch (IOException | IllegalStateException e) {
            // counted as not answered
        } finally {
            slow.add(status, System.nanoTime() - begun);
        }
    }

    private Answers answers(String kind) {
        Answers added = new Answers(kind);
        answers.add(added);
        return added;
    }

    private void repeat(ExecutorService threads, Runnable once) {
        threads.execute(() -> {
            while (System.nanoTime() < end) {
                once.run();
            }
        });
    }
}
