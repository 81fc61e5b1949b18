package org.isthmus.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Two installations are two schemas of one database, and neither notices the other. */
@QuarkusTest
@TestProfile(InstallationsTest.InSecond.class)
class InstallationsTest {

    /** The service under test runs in a schema of its own. */
    public static class InSecond implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("DB_SCHEMA", "second", "isthmus.audit.seal-every", "1s", "OUTBOX_ROUTED", "true");
        }
    }

    @Inject
    AgroalDataSource database;

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    @ConfigProperty(name = "DB_URL")
    String url;

    @Test
    void twoInstallationsWorkSideBySideInOneDatabase() throws SQLException {
        Flyway.configure()
                .dataSource(url, "service_owner", "owner")
                .defaultSchema("first")
                .placeholders(Map.of("app", "service"))
                .load()
                .migrate();
        try (Connection first = DriverManager.getConnection(url + "?currentSchema=first", "service", "service");
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            String key = UUID.randomUUID().toString();
            statement.execute("select 1 from outbox_relay for update");
            take(statement, "seal audit");
            take(statement, "programme-officer " + key);
            assertThat(numbers(statement, "select count(*) from pg_locks where locktype = 'advisory' and granted"))
                    .isEqualTo(2);

            String id = written(key);

            await().until(() -> count("select count(*) as n from outbox_number") == 1);
            await().until(() -> count("select count(*) as n from audit_sealed") == 1);
            assertThat(Query.of("select chain from audit_seal").<String>only(database, row -> row.text("chain")))
                    .isEqualTo("second");
            assertThat(given().get("/v1/notes").then().statusCode(200).extract().<String>path("asOf.position"))
                    .isEqualTo("p1");
            assertThat(Query.of("select key from outbox").<UUID>only(database, row -> row.uuid("key")))
                    .hasToString(id);
            // sent by a router, the relay only numbers
            assertThat(count("select count(*) as n from outbox_relay where number = 1 and sent = 1"))
                    .isEqualTo(1);
            assertThat(kafka.sink("outbox").received()).isEmpty();
            assertThat(numbers(
                            statement,
                            "select (select count(*) from note) + (select count(*) from outbox) + (select count(*) from audit)"
                                    + " + (select count(*) from idempotency_key)"))
                    .isZero();
            first.rollback();
        }
        try (Connection connection = DriverManager.getConnection(url, "service_owner", "owner");
                Statement statement = connection.createStatement()) {
            assertThat(
                            numbers(
                                    statement,
                                    "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"))
                    .isZero();
        }
    }

    private static String written(String key) {
        return given().auth()
                .oauth2(Tokens.of("programme-officer"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"reference\": \"N-1\", \"title\": {\"en\": \"x\"}, \"tags\": []}")
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void take(Statement statement, String name) throws SQLException {
        assertThat(numbers(
                        statement,
                        "select pg_try_advisory_xact_lock(%s)::int"
                                .formatted(Locks.KEY.replace("?", "'%s'".formatted(name)))))
                .isEqualTo(1);
    }

    private long count(String sql) {
        return Query.of(sql).only(database, row -> row.number("n"));
    }

    private static long numbers(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
