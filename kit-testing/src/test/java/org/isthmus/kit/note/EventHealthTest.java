package org.isthmus.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.PostgresResource;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

/** Health says how late events are, and dead letters who gave them up. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EventHealthTest {

    private static final String CHECK = "checks.find { it.name == 'events' }.data";

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    InMemoryConnector kafka;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AgroalDataSource database;

    @Test
    void whatIsNotSentForMoreThanAMinuteIsShownAsDegraded() throws SQLException {
        try (Connection relay = database.getConnection();
                Connection writer = database.getConnection()) {
            relay.setAutoCommit(false);
            execute(relay, "select from outbox_relay for update");
            execute(writer, insert("30 s"));
            assertThat(data().getString("'oldest not sent'")).matches("3\\d s, since .*");
            assertThat(data().getString("state")).isNull();

            execute(writer, insert("90 s"));
            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body(CHECK + ".state", is("DEGRADED"))
                    .body(CHECK + ".'oldest not sent'", matchesPattern("9\\d s, since .*"));
            given().get("/q/metrics").then().body(matchesPattern("(?s).*isthmus_events_unsent_seconds 9\\d\\.0.*"));
            relay.rollback();
        }

        await().untilAsserted(
                        () -> given().get("/q/health/ready").then().body(CHECK + ".'oldest not sent'", nullValue()));
    }

    @Test
    void aDeadLetterSaysWhichServiceGaveItUp() {
        UUID key = UUID.randomUUID();
        new Deliver(kafka, "notes", "notes.notes").event("x.v1", key, 1, "no JSON");

        await().untilAsserted(() -> assertThat(Told.of(kafka, key))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.payload()).isEqualTo("no JSON");
                    assertThat(letter.headers()).containsEntry("dead-letter-service", "notes");
                }));
    }

    private static JsonPath data() {
        return given().get("/q/health/ready").jsonPath().setRootPath(CHECK);
    }

    private static String insert(String age) {
        return """
                insert into outbox (id, topic, key, version, type, source, subject, dataschema, occurred_at, traceparent, payload)
                values (gen_random_uuid(), 'notes.notes', gen_random_uuid(), 1, 'x.v1', '/isthmus/notes', 's', 'd',
                        now() - interval '%s', '00-1-1-00', '{}')
                """.formatted(age);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
