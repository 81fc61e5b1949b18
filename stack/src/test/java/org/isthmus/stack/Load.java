package org.isthmus.stack;

import static org.awaitility.Awaitility.await;
import static org.isthmus.stack.Cycle.AUTHORISING_OFFICER;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Writers that commit 100 euros again and again; what is not answered 201 is asked again with its key until it is. */
final class Load implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<Thread> writers;
    private volatile boolean over;

    Load(String project, String action) {
        writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> write(project, action)))
                .toList();
    }

    static String commitment(String project, String action) {
        return """
                {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "C-%s", "amount": {"amount": "100.00", "currency": "EUR"},
                 "effectiveOn": "2010-12-20", "actionId": "%s", "reason": "Grant"}
                """.formatted(project, UUID.randomUUID(), action);
    }

    private void write(String project, String action) {
        while (!over) {
            String body = commitment(project, action);
            String key = UUID.randomUUID().toString();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> isBooked(body, key));
            acknowledged.incrementAndGet();
        }
    }

    private static boolean isBooked(String body, String key) {
        try {
            return AUTHORISING_OFFICER.post("/v1/commitments", body, key).status() == 201;
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
    }

    /** Until so many more were acknowledged. */
    void awaitFurther(int commitments) {
        int wanted = acknowledged.get() + commitments;
        await().atMost(PATIENCE).until(() -> acknowledged.get() >= wanted);
    }

    /** How many were acknowledged in all, once the writers have ended. */
    int end() throws InterruptedException {
        over = true;
        for (Thread writer : writers) {
            writer.join();
        }
        return acknowledged.get();
    }

    @Override
    public void close() {
        over = true;
    }
}
