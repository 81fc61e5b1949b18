package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.eventually;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A grant of an action that is not known is refused as soon as nothing is under way that may tell of it, and waits while
 * something is (R18).
 */
@ExtendWith(Isthmus.class)
class CopyProgressSystemTest {

    private static final String ACTIONS = "programming.work-programmes";
    private static final Instant LONG_AGO = Instant.parse("2010-12-20T00:00:00Z");

    /** Of the last byte of its key, which has a row of its own in {@code heard}. */
    private static final String LATER = "01932f6e-0000-7000-8000-0000000000e7";

    @Test
    void itIsRefusedAtOnceWhereAllOfTheTopicIsTakenIn() throws SQLException {
        tell();
        String project = project();
        sign(project);

        eventually(() -> isRefused(project));
    }

    @Test
    void itWaitsWhileSomethingOfTheTopicIsNotTakenIn() throws SQLException {
        tell();
        String project = project();
        try (Connection held = Isthmus.database("funding")) {
            held.setAutoCommit(false);
            eventually(() -> execute(held, "update heard set number = 1 where topic = ? and part = 231") == 1);
            tell();
            sign(project);

            eventually(() -> count("select count(*) from waiting_event where key = ?", project) == 1);
            // It is tried each second; the second try is refused where nobody looks at what is under way.
            eventually(() -> count(
                            "select count(*) from waiting_event where key = ? and next_at > since + interval '3 s'",
                            project)
                    == 1);
            assertThat(isRefused(project)).isFalse();
            held.rollback();
        }

        eventually(() -> isRefused(project));
    }

    private static String project() {
        Cycle cycle = Cycle.adopted("1000.00");
        String project = cycle.projectOnceKnown("A");
        Cycle.awaitBooks(project);
        return project;
    }

    private static void tell() {
        RawEvent.of(ACTIONS, LATER, "eu.isthmus.programming.other.v1", "{}").send();
    }

    private static void sign(String project) {
        RawEvent.of("projects.projects", project, "eu.isthmus.projects.grant.signed.v1", """
                {"projectId": "%s", "version": 9, "reference": "P", "grant": {"reference": "G-%s",
                 "amount": {"amount": "10.00", "currency": "EUR"}, "signedOn": "2010-12-20", "actionId": "%s"}}
                """.formatted(
                                project, project, UUID.randomUUID()))
                .at(LONG_AGO)
                .send();
    }

    private static boolean isRefused(String project) throws SQLException {
        return count("select count(*) from outbox where key::text = ? and type like '%refused%'", project) == 1;
    }

    private static long count(String sql, String key) throws SQLException {
        try (Connection connection = Isthmus.database("funding");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ACTIONS);
            return statement.executeUpdate();
        }
    }
}
