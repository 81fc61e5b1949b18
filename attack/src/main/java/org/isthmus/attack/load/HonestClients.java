package org.isthmus.attack.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Twenty requests a second, whatever has become of those before: readers of all services, an officer who reads, and one who writes. */
final class HonestClients {

    private static final long EVERY_NANOS = 50_000_000;
    private static final int KINDS = 10;

    private final Answers answers = new Answers("honest");
    private final Caller caller;
    private final UnaryOperator<String> tokens;
    private final List<String> projects = new ArrayList<>();

    HonestClients(URI gateway, UnaryOperator<String> tokens) {
        caller = new Caller(gateway, "127.0.0.1", answers);
        this.tokens = tokens;
        String list = new Caller(gateway, "127.0.0.1", new Answers("first")).get("/v1/projects?limit=50", null);
        try {
            JsonNode items = new ObjectMapper().readTree(String.valueOf(list)).path("items");
            items.forEach(item -> projects.add(item.path("id").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (projects.isEmpty()) {
            throw new IllegalStateException("There are no projects to read: load the reference data");
        }
    }

    Answers answers() {
        return answers;
    }

    /** Returns once all are answered. */
    void run(long nanos) {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number * EVERY_NANOS < nanos; number++) {
                for (long left = begun + number * EVERY_NANOS - System.nanoTime();
                        left > 0;
                        left = begun + number * EVERY_NANOS - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int kind = number;
                threads.execute(() -> ask(kind));
            }
        }
    }

    private void ask(int number) {
        String project = "/v1/projects/" + projects.get(number % projects.size());
        switch (number % KINDS) {
            case 0, 1, 2 -> caller.get(project, null);
            case 3 -> caller.get("/v1/projects?limit=20&sort=reference", null);
            case 4 -> caller.get("/v1/statistics/projects?groupBy=country", null);
            case 5 -> caller.get("/v1/commitments?limit=20", null);
            case 6 -> caller.get("/v1/calls?limit=20", null);
            case 7 -> caller.get("/v1/execution?groupBy=strand", null);
            case 8 -> caller.get(project, tokens.apply("programme-officer"));
            default -> caller.change("POST", "/v1/projects", draft(), tokens.apply("programme-officer"));
        }
    }

    private static String draft() {
        return """
            {"reference": "HONEST-%s", "title": {"en": "Beside hostile load"}}\
            """.formatted(UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
    }
}
