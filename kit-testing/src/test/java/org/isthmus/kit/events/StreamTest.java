package org.isthmus.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.isthmus.kit.note.NoteEvent;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** Whoever reads a list and then the stream from the list's position on, misses nothing and hears nothing twice. */
@QuarkusTest
class StreamTest {

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    @Test
    void whatCommitsAfterTheListIsInTheStreamThoughItBeganBefore() throws Exception {
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> transaction = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(new NoteEvent(slow, 1));
                    stored.countDown();
                    waitFor(commit);
                }),
                task -> Thread.ofPlatform().start(task));
        stored.await();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new NoteEvent(quick, 1)));
        await().until(() -> unnumbered(quick) == 0);

        String position = positionOfAList();
        assertThat(stream("p0", List.of(slow, quick))).containsExactly(quick);
        assertThat(stream(position, List.of(slow, quick))).isEmpty();
        commit.countDown();
        transaction.join();
        await().until(() -> unnumbered(slow) == 0);

        assertThat(stream(position, List.of(slow, quick))).containsExactly(slow);
        assertThat(stream("p0", List.of(slow, quick))).containsExactly(quick, slow);
        assertThat(stream(positionOfAList(), List.of(slow, quick))).isEmpty();
    }

    @Test
    void whatAListHoldsBeforeItHasANumberIsNotHeardAgain() throws SQLException {
        UUID open = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        String position;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from outbox_relay for update");
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.addAll(List.of(
                            new Outbox.Told(new NoteEvent(open, 1), true),
                            new Outbox.Told(new NoteEvent(open, 2), true))));
            position = positionOfAList();
            assertThat(unnumbered(open)).isEqualTo(2);
            connection.rollback();
        }
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new NoteEvent(later, 1)));
        await().until(() -> unnumbered(later) == 0);

        assertThat(stream("p0", List.of(open, later))).containsExactly(open, open, later);
        assertThat(stream(position, List.of(open, later))).containsExactly(later);
    }

    @Test
    void anUnhurriedStreamHasNoGapAndNoRepeat() {
        UUID key = UUID.randomUUID();
        for (int version = 1; version <= 20; version++) {
            NoteEvent told = new NoteEvent(key, version);
            QuarkusTransaction.requiringNew().run(() -> outbox.add(told));
        }
        await().until(() -> unnumbered(key) == 0);

        assertThat(Query.of("select count(*) - max(number) as gaps from outbox_number")
                        .<Long>only(database, row -> row.number("gaps")))
                .isZero();
        assertThat(Query.of(
                                "select o.version from outbox_number n join outbox o using (position) where o.key = ? order by n.number",
                                key)
                        .list(database, row -> row.integer("version")))
                .isSorted()
                .hasSize(20);
    }

    /** By number, after a position: all numbers up to the first, and positions from ... to before ... besides. */
    private List<UUID> stream(String position, List<UUID> keys) {
        Iterator<Long> parts = Arrays.stream(position.substring(1).split(","))
                .map(Long::valueOf)
                .iterator();
        Query stream = Query.of(
                "select o.key from outbox_number n join outbox o using (position) where o.key = any (?) and n.number > ?",
                keys,
                parts.next());
        while (parts.hasNext()) {
            stream.add(" and not (o.position >= ? and o.position < ?)", parts.next(), parts.next());
        }
        return stream.add(" order by n.number").list(database, row -> row.uuid("key"));
    }

    private long unnumbered(UUID key) {
        return Query.of(
                        "select count(*) as events from outbox o where key = ? and not exists (select from outbox_number n where n.position = o.position)",
                        key)
                .only(database, row -> row.number("events"));
    }

    private static String positionOfAList() {
        TestClient.post(
                        "programme-officer",
                        "/v1/notes",
                        "{\"reference\": \"%s\", \"title\": {\"en\": \"x\"}, \"tags\": []}"
                                .formatted(UUID.randomUUID().toString().toUpperCase(Locale.ROOT)))
                .statusCode(201);
        return TestClient.get("/v1/notes?limit=1").statusCode(200).extract().path("asOf.position");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
