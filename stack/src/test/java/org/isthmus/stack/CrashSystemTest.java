package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.AUTHORISING_OFFICER;
import static org.isthmus.stack.Cycle.eventually;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that is killed in the middle loses nothing and doubles nothing. */
@ExtendWith(Isthmus.class)
class CrashSystemTest {

    private static final String UNSENT = """
            select count(*) from outbox o
            where key = ? and not exists (select from outbox_number n, outbox_relay r
                                           where n.position = o.position and n.number <= r.sent)
            """;

    @Test
    void whatWasCommittedButNotSentWhenTheServiceDiedIsSentOnceAfterwards() throws SQLException {
        Cycle cycle = Cycle.adopted("90000.00");
        String project = cycle.projectOnceKnown("A");
        String key = UUID.randomUUID().toString();
        String body = promise(cycle, project, "45000.00");
        Cycle.awaitBooks(project);

        String commitment;
        try (Connection relayHeld = Isthmus.database("funding")) {
            hold(relayHeld);
            commitment = AUTHORISING_OFFICER
                    .post("/v1/commitments", body, key)
                    .expect(201)
                    .id();
            assertThat(unsent("funding", project)).isEqualTo(1);
            Isthmus.kill("funding");
        }
        assertThat(AUDITOR.get("/v1/projects/" + project).text("/money/committed"))
                .isNotEqualTo("45000.00");
        Isthmus.restart("funding");

        eventually(() ->
                AUDITOR.get("/v1/projects/" + project).text("/money/committed").equals("45000.00"));
        eventually(() -> unsent("funding", project) == 0);
        Api.Answer again =
                AUTHORISING_OFFICER.post("/v1/commitments", body, key).expect(201);
        assertThat(again.id()).isEqualTo(commitment);
        assertThat(AUDITOR.get("/v1/commitments?total=true&projectId=" + project)
                        .text("/total"))
                .isEqualTo("1");
        assertThat(stored("funding", project)).isEqualTo(1);
    }

    @Test
    void aConsumerThatDiedHearsLaterWhatItMissedOnce() {
        Cycle cycle = Cycle.adopted("80000.00");
        String project = cycle.projectOnceKnown("A");
        Cycle.awaitBooks(project);
        Isthmus.kill("projects");

        AUTHORISING_OFFICER
                .post("/v1/commitments", promise(cycle, project, "30000.00"))
                .expect(201);
        Isthmus.restart("projects");

        eventually(() ->
                AUDITOR.get("/v1/projects/" + project).text("/money/committed").equals("30000.00"));
        eventually(() ->
                AUDITOR.get("/v1/coverage/" + cycle.action()).body().toString().contains("30000.00"));
    }

    private static String promise(Cycle cycle, String project, String amount) {
        return """
                {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "C-%s", "amount": {"amount": "%s", "currency": "EUR"},
                 "effectiveOn": "2010-12-20", "actionId": "%s", "reason": "Grant"}
                """.formatted(project, project, amount, cycle.action());
    }

    /** With the row that the outbox relay of a service locks before it numbers and sends. */
    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select 1 from outbox_relay for update")) {
            lock.execute();
        }
    }

    private static long unsent(String service, String key) throws SQLException {
        try (Connection connection = Isthmus.database(service)) {
            return count(connection, UNSENT, key);
        }
    }

    private static long stored(String service, String key) throws SQLException {
        try (Connection connection = Isthmus.database(service)) {
            return count(connection, "select count(*) from outbox where key = ?", key);
        }
    }

    private static long count(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(key));
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
