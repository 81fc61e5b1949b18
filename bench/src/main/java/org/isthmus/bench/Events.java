package org.isthmus.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long it takes until projects knows what funding has booked, at a steady rate: batches of decommitments over many
 * commitments, from the answer to each batch until the copy holds each of its states or a newer one.
 */
final class Events {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ROWS = 20;
    /** Numbers of the generator from here on are those of this measurement. */
    private static final int FIRST = 2_000_000;

    private static final long LOOK_NANOS = 10_000_000;
    private static final long LONGEST_NANOS = 120_000_000_000L;

    /** The state of a commitment that a batch made, and when it was answered. */
    private record Told(UUID commitment, int version, long at) {}

    private final Http http;
    private final Connection copies;
    private final PrintStream out;
    private final Map<Told, Boolean> open = new ConcurrentHashMap<>();

    Events(Http http, Connection copies, PrintStream out) {
        this.http = http;
        this.copies = copies;
        this.out = out;
    }

    void run(Generator generator, int commitments, int rate, int seconds) throws SQLException {
        Map<UUID, Integer> versions = prepared(generator, commitments);
        List<UUID> ids = List.copyOf(versions.keySet());
        int batches = rate * seconds / ROWS;
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        List<Long> times = new ArrayList<>();
        try (ExecutorService officers = Executors.newFixedThreadPool(8)) {
            for (int batch = 0; batch < batches; batch++) {
                long due = begun + batch * (1_000_000_000L * ROWS / rate);
                while (System.nanoTime() < due) {
                    look(times);
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                List<UUID> rows = new ArrayList<>();
                for (int row = 0; row < ROWS; row++) {
                    rows.add(ids.get((batch * ROWS + row) % ids.size()));
                }
                Map<UUID, Integer> made = new HashMap<>();
                rows.forEach(id -> made.put(id, versions.merge(id, 1, Integer::sum)));
                officers.execute(() -> decommit(made, failed));
            }
        }
        long booked = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() < booked + LONGEST_NANOS) {
            look(times);
            LockSupport.parkNanos(LOOK_NANOS);
        }
        tell(times, batches * ROWS * 1e9 / (booked - begun), failed.get());
    }

    private void tell(List<Long> times, double rate, int failed) {
        times.sort(null);
        out.printf(
                "%,d events at %.0f/s, %d batches refused, %d states not seen%n",
                times.size(), rate, failed, open.size());
        for (int percent : List.of(50, 90, 99, 100)) {
            long time = times.isEmpty() ? 0 : times.get(Math.min(times.size() - 1, times.size() * percent / 100));
            out.printf("p%-3d %8.0f ms%n", percent, time / 1e6);
        }
    }

    private void decommit(Map<UUID, Integer> made, AtomicInteger failed) {
        ArrayNode rows = JSON.arrayNode();
        made.keySet()
                .forEach(id -> rows.add(
                        row("0.01", "2013-01-01").put("type", "DECOMMIT").put("commitmentId", id.toString())));
        try {
            book("finance-officer", "finance-officer-b", "/v1/movements/batch", rows);
            long at = System.nanoTime();
            made.forEach((id, version) -> open.put(new Told(id, version, at), true));
        } catch (IllegalStateException refused) {
            if (failed.getAndIncrement() == 0) {
                out.println(refused.getMessage());
            }
        }
    }

    /** Which open states the copy holds by now. */
    private void look(List<Long> times) throws SQLException {
        List<Told> asked = List.copyOf(open.keySet());
        if (asked.isEmpty()) {
            return;
        }
        Map<UUID, Integer> known = known(asked.stream().map(Told::commitment).toList());
        long now = System.nanoTime();
        for (Told told : asked) {
            Integer version = known.get(told.commitment());
            if (version != null && version >= told.version()) {
                open.remove(told);
                times.add(now - told.at());
            }
        }
    }

    private Map<UUID, Integer> known(List<UUID> ids) throws SQLException {
        try (PreparedStatement statement =
                copies.prepareStatement("select id, version from known_commitment where id = any (?)")) {
            Array array = copies.createArrayOf("uuid", ids.toArray());
            statement.setArray(1, array);
            return versions(statement.executeQuery());
        }
    }

    private static Map<UUID, Integer> versions(ResultSet rows) throws SQLException {
        Map<UUID, Integer> versions = new HashMap<>();
        while (rows.next()) {
            versions.put(rows.getObject(1, UUID.class), rows.getInt(2));
        }
        return versions;
    }

    /** Commitments of earlier runs and as many new ones as are missing, once the copy holds all of them. */
    private Map<UUID, Integer> prepared(Generator generator, int count) throws SQLException {
        Map<UUID, Integer> versions = ours();
        int missing = count - versions.size();
        int first = FIRST + versions.size();
        try (ExecutorService officers = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, (missing + ROWS - 1) / ROWS)
                    .forEach(batch -> officers.execute(() -> commit(generator, first + batch * ROWS)));
        }
        long begun = System.nanoTime();
        while (versions.size() < count) {
            if (System.nanoTime() > begun + LONGEST_NANOS) {
                throw new IllegalStateException("only %d commitments are known".formatted(versions.size()));
            }
            LockSupport.parkNanos(LOOK_NANOS);
            versions = ours();
        }
        return versions;
    }

    private Map<UUID, Integer> ours() throws SQLException {
        try (Statement statement = copies.createStatement()) {
            return versions(
                    statement.executeQuery("select id, version from known_commitment where reference like 'BENCH-2%'"));
        }
    }

    private void commit(Generator generator, int first) {
        ArrayNode rows = JSON.arrayNode();
        for (int number = first; number < first + ROWS; number++) {
            GeneratedProject project = generator.project(number);
            String id = http.post("programme-officer", "/v1/projects", ProjectJson.draft(project))
                    .path("id")
                    .asText();
            ObjectNode row = row("1000000.00", "2012-06-01");
            row.put("projectId", id).put("reference", project.reference());
            row.putObject("source").put("document", "Generated");
            rows.add(row);
        }
        book("archivist-a", "archivist-b", "/v1/historical-commitments", rows);
    }

    /** Asked for by one person and confirmed by another one. */
    private void book(String one, String another, String path, ArrayNode rows) {
        ObjectNode batch = JSON.objectNode();
        batch.set("movements", rows);
        String asked = http.postOnceKnown(one, path, batch).path("id").asText();
        http.post(another, "/v1/movement-requests/" + asked + "/confirm", JSON.objectNode());
    }

    private static ObjectNode row(String amount, String on) {
        ObjectNode row = JSON.objectNode().put("effectiveOn", on).put("reason", "Generated");
        row.putObject("amount").put("amount", amount).put("currency", "EUR");
        return row;
    }
}
