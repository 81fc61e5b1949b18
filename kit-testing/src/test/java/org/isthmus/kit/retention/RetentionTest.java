package org.isthmus.kit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept for a time is kept no longer, and no shorter. */
@QuarkusTest
class RetentionTest {

    private static final String KEY = """
            insert into idempotency_key (caller, key, fingerprint, status, location, etag, answer, roles, organisation, created_at)
            select 'keeper', '%1$s-' || i, '', 201, '', '', '{}', '{}', '', now() - interval '%2$d days'
              from generate_series(1, %3$d) i
            """;

    @Inject
    Retention retention;

    @Inject
    AgroalDataSource database;

    @Inject
    @ConfigProperty(name = "DB_URL")
    String url;

    @Test
    void itGoesOnInStepsUntilNothingMoreIsDue() throws SQLException {
        asOwner(KEY.formatted("old", 31, Retention.MOST + 100));
        asOwner(KEY.formatted("young", 29, 5));

        assertThat(step("idempotency-keys")).isPresent();
        assertThat(count("select count(*) as n from idempotency_key where caller = 'keeper'"))
                .isEqualTo(105);
        assertThat(step("idempotency-keys")).isEmpty();
        assertThat(count("select count(*) as n from idempotency_key where caller = 'keeper'"))
                .isEqualTo(5);
        assertThat(step("idempotency-keys")).isEmpty();
        asOwner("delete from idempotency_key where caller = 'keeper'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            heard-events | 91 | insert into inbox select gen_random_uuid(), now() - interval '%d days' | inbox where handled_at < now() - interval '80 days'
            done-jobs | 31 | insert into job (name, subject, state, started_at, due_at) select 'kept', 'x', 'DONE', now(), now() - interval '%d days' | job where name = 'kept'
            """)
    void whatIsDueIsGone(String rule, int days, String insert, String rows) throws SQLException {
        asOwner(insert.formatted(days));
        asOwner(insert.formatted(days - 2));

        step(rule);

        assertThat(count("select count(*) as n from " + rows)).isEqualTo(1);
        asOwner("delete from " + rows);
    }

    @Test
    void whatEventsToldIsGoneOnceTheyWereSentLongAgo() throws SQLException {
        String old = sent("old");
        String young = sent("young");
        asOwner("update outbox_number set given_at = now() - interval '91 days'"
                + " where position = (select position from outbox where source = '%s')".formatted(old));

        step("sent-events");

        assertThat(count("select count(*) as n from outbox where source = '%s' and payload = '{}'".formatted(old)))
                .isEqualTo(1);
        assertThat(count("select count(*) as n from outbox where source = '%s' and payload = '{}'".formatted(young)))
                .isZero();
    }

    @Test
    void theAuditLogKeepsWhoDidWhatAndForgetsWhatWasSaid() throws SQLException {
        String request = TestClient.unique("kept");
        asOwner("""
                insert into audit (id, at, day, caller, roles, method, path, outcome, status, code, request_id, address, operation, asked, before, after)
                select gen_random_uuid(), now() - interval '3651 days', current_date, 'officer', '', 'POST', '/v1/notes', 'DONE', 201, '', '%s', '', 'createNote', '{"a": 1}', '', '{"b": 2}'
                """.formatted(request));

        step("audit-content");

        TestClient.get("auditor", "/v1/audit/notes?requestId=" + request)
                .statusCode(200)
                .body("items[0].caller", is("officer"))
                .body("items[0].erased", is(true))
                .body("items[0].asked", nullValue())
                .body("items[0].after", nullValue());
        TestClient.get("auditor", "/v1/audit/notes/verification").body("altered", is(0));
    }

    private String sent(String name) throws SQLException {
        String source = TestClient.unique(name);
        asOwner("""
                insert into outbox (id, topic, key, version, type, source, subject, dataschema, occurred_at, traceparent, payload)
                values (gen_random_uuid(), 'notes', gen_random_uuid(), 1, 'kept', '%s', '', '', now(), '', '{"text": "x"}')
                """.formatted(source));
        await().until(() -> count("""
                select count(*) as n from outbox o join outbox_number n using (position) join outbox_relay r on n.number <= r.sent
                 where o.source = '%s'
                """.formatted(source)) == 1);
        return source;
    }

    private Optional<String> step(String rule) {
        return QuarkusTransaction.requiringNew().call(() -> retention.step(rule, ""));
    }

    private long count(String query) {
        return Query.of(query).only(database, row -> row.number("n"));
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "service_owner", "owner");
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
