package org.isthmus.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.OtherInstallation;
import org.isthmus.testing.TestClient;
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

    @Test
    void twoInstallationsWorkSideBySideInOneDatabase() throws SQLException {
        try (OtherInstallation first = OtherInstallation.of("first")) {
            first.connection().setAutoCommit(false);
            String key = UUID.randomUUID().toString();
            first.statement().execute("select 1 from outbox_relay for update");
            take(first, "seal audit");
            take(first, "programme-officer " + key);
            assertThat(first.text("select count(*) from pg_locks where locktype = 'advisory' and granted"))
                    .isEqualTo("2");

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
            assertThat(first.text(
                            "select (select count(*) from note) + (select count(*) from outbox) + (select count(*) from audit)"
                                    + " + (select count(*) from idempotency_key)"))
                    .isEqualTo("0");
            first.connection().rollback();
        }
        try (OtherInstallation owner = OtherInstallation.owner()) {
            assertThat(
                            owner.text(
                                    "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"))
                    .isEqualTo("0");
        }
    }

    private static String written(String key) {
        return TestClient.officer()
                .header("Idempotency-Key", key)
                .body("{\"reference\": \"N-1\", \"title\": {\"en\": \"x\"}, \"tags\": []}")
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void take(OtherInstallation first, String name) throws SQLException {
        assertThat(first.text("select pg_try_advisory_xact_lock(%s)::int"
                        .formatted(Locks.KEY.replace("?", "'%s'".formatted(name)))))
                .isEqualTo("1");
    }

    private long count(String sql) {
        return Query.of(sql).only(database, row -> row.number("n"));
    }
}
