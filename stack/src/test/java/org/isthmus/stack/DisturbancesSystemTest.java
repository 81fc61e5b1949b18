package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.AUTHORISING_OFFICER;
import static org.isthmus.stack.Cycle.eventually;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever happens around it: nothing acknowledged is lost, nothing is doubled, and no event is given up. */
@ExtendWith(Isthmus.class)
class DisturbancesSystemTest {

    private static final int SOME = 20;
    private static final Duration SOON = Duration.ofMinutes(1);

    private Cycle cycle;
    private String project;

    @BeforeEach
    void project() {
        cycle = Cycle.adopted("500000.00");
        project = cycle.projectOnceKnown("A");
        Cycle.awaitBooks(project);
    }

    @Test
    void servicesThatAreStoppedUnderLoad() throws InterruptedException {
        try (Load load = new Load(project, cycle.action())) {
            load.awaitFurther(SOME);
            for (String service : List.of("projects", "funding")) {
                Isthmus.stop(service);
                Isthmus.restart(service);
                load.awaitFurther(SOME);
            }
            agrees(load.end());
        }
    }

    @Test
    void aDatabaseThatIsAwayWhileEventsCome() throws InterruptedException, SQLException {
        try (Load load = new Load(project, cycle.action());
                Connection server = Isthmus.server();
                Statement statement = server.createStatement()) {
            load.awaitFurther(SOME);
            statement.execute("alter role projects connection limit 0");
            try {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'projects'");
                load.awaitFurther(5 * SOME);
            } finally {
                statement.execute("alter role projects connection limit -1");
            }
            agrees(load.end());
        }
    }

    @Test
    void aBrokerThatIsFrozenUnderLoad() throws InterruptedException {
        try (Load load = new Load(project, cycle.action())) {
            load.awaitFurther(SOME);
            Isthmus.signalKafka("STOP");
            try {
                load.awaitFurther(5 * SOME);
                assertThat(Isthmus.check("funding", "events").path("data").has("oldest not sent"))
                        .isTrue();
            } finally {
                Isthmus.signalKafka("CONT");
            }
            agrees(load.end());
        }
        eventually(() -> !Isthmus.check("funding", "events").path("data").has("oldest not sent"));
    }

    @Test
    void eventsThatComeTwiceAndInTheOppositeOrder() throws SQLException {
        try (Connection relayHeld = Isthmus.database("funding")) {
            relayHeld.setAutoCommit(false);
            try (PreparedStatement lock = relayHeld.prepareStatement("select 1 from outbox_relay for update")) {
                lock.execute();
            }
            for (int commitment = 0; commitment < 3; commitment++) {
                AUTHORISING_OFFICER
                        .post("/v1/commitments", Load.commitment(project, cycle.action()))
                        .expect(201);
            }
            List<RawEvent> stored = stored(project).reversed();
            assertThat(stored).hasSize(3);
            stored.forEach(RawEvent::send);
            eventually(() -> committed().equals("300.00"));
            stored.forEach(RawEvent::send);
        }

        agrees(3);
    }

    @Test
    void sixtyFourWritersGetNoMoreThanThereIs() throws Exception {
        cycle = Cycle.adopted("3200.00");
        project = cycle.projectOnceKnown("A");
        Cycle.awaitBooks(project);

        List<Integer> answers = together(() -> {
            String body = Load.commitment(project, cycle.action());
            String key = UUID.randomUUID().toString();
            return await().atMost(SOON)
                    .until(() -> post(body, key), answer -> !isToBeRepeated(answer))
                    .status();
        });

        assertThat(answers).filteredOn(status -> status == 201).hasSize(32);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(32);
        agrees(32);
    }

    @Test
    void oneKeySixtyFourTimesIsOneCommitment() throws Exception {
        String body = Load.commitment(project, cycle.action());
        String key = UUID.randomUUID().toString();

        List<String> ids = together(() -> await().atMost(SOON)
                .until(() -> post(body, key), answer -> !isToBeRepeated(answer))
                .expect(201)
                .id());

        assertThat(Set.copyOf(ids)).hasSize(1);
        agrees(1);
    }

    private static Api.Answer post(String body, String key) {
        return AUTHORISING_OFFICER.post("/v1/commitments", body, key);
    }

    /** The answers that ask for it. */
    private static boolean isToBeRepeated(Api.Answer answer) {
        return answer.status() == 503
                || answer.status() == 429
                || Set.of("changed-meanwhile", "idempotency-key-in-use").contains(answer.text("/code"));
    }

    private static <T> List<T> together(Callable<T> writer) throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = new ArrayList<>();
            for (int number = 0; number < 64; number++) {
                all.add(writer);
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : writers.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** The books, the project and the action say so much, and nothing was given up. */
    private void agrees(int commitments) {
        String amount = commitments * 100 + ".00";
        assertThat(AUDITOR.get("/v1/commitments?limit=1&total=true&projectId=" + project)
                        .expect(200)
                        .text("/total"))
                .isEqualTo(String.valueOf(commitments));
        eventually(() -> committed().equals(amount));
        eventually(() ->
                AUDITOR.get("/v1/coverage/" + cycle.action()).body().toString().contains("\"" + amount + "\""));
        assertThat(List.of("programming", "funding", "projects").stream()
                        .map(service -> Isthmus.check(service, "dead-letters")
                                .path("data")
                                .toString())
                        .collect(Collectors.joining()))
                .doesNotContain("projects.projects", "funding.");
    }

    private String committed() {
        return AUDITOR.get("/v1/projects/" + project).text("/money/committed");
    }

    private static List<RawEvent> stored(String key) throws SQLException {
        List<RawEvent> stored = new ArrayList<>();
        try (Connection connection = Isthmus.database("funding");
                PreparedStatement statement =
                        connection.prepareStatement("select * from outbox where key = ? order by position")) {
            statement.setObject(1, UUID.fromString(key));
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                stored.add(new RawEvent(
                        row.getString("topic"),
                        row.getString("key"),
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getInt("version"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("payload")));
            }
        }
        return stored;
    }
}
