package org.isthmus.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealTablesTest {

    @Inject
    Scheduler scheduler;

    @Inject
    SealTables seal;

    @Inject
    VerifySeals verification;

    @Inject
    AuditTable audit;

    @Inject
    AgroalDataSource database;

    @Inject
    @ConfigProperty(name = "DB_URL")
    String url;

    /** What seals every few seconds would hold the lock that a test wants. */
    @BeforeEach
    void sealOnlyByHand() {
        scheduler.pause();
    }

    @AfterEach
    void sealAgain() {
        scheduler.resume();
    }

    @Test
    void aSealedLineThatIsChangedShows() throws SQLException {
        write();
        write();
        seal.run();
        assertThat(verification.run(audit).intact()).isTrue();

        asOwner("update audit set caller = 'somebody else' where position = (select max(position) from audit_sealed)");
        assertThat(verification.run(audit).intact()).isFalse();

        asOwner(
                "update audit set caller = 'programme-officer' where position = (select max(position) from audit_sealed)");
        assertThat(verification.run(audit).intact()).isTrue();
    }

    @Test
    void contentThatIsNotWhatWasSealedShowsUnlessItWasErased() throws SQLException {
        write();
        seal.run();
        String line = " where position = (select max(position) from audit_sealed)";
        asOwner("create table kept as select * from audit" + line);

        asOwner("update audit set after = '{\"version\": 99}'" + line);
        assertThat(verification.run(audit)).matches(result -> !result.intact() && result.altered() == 1);
        asOwner("update audit set after = '{\"version\": 99}', is_erased = true" + line);
        assertThat(verification.run(audit).intact()).isFalse();
        asOwner("update audit set after = '', is_erased = true" + line);
        assertThat(verification.run(audit)).matches(result -> result.intact() && result.erased() > 0);

        asOwner("update audit set after = kept.after, is_erased = false from kept where kept.position = audit.position;"
                + " drop table kept");
    }

    @Test
    void aLineThatCommitsLateIsReadAfterAllThatWasReadBefore() throws SQLException {
        try (Connection slow = DriverManager.getConnection(url, "service_owner", "owner");
                Statement open = slow.createStatement()) {
            slow.setAutoCommit(false);
            open.execute(
                    "insert into audit (id, at, day, caller, roles, method, path, outcome, status, code, request_id, address,"
                            + " operation, asked, before, after) values (gen_random_uuid(), now(), current_date, 'slow', '', 'POST',"
                            + " '/v1/notes', 'DONE', 201, '', '', '', '', '', '', '')");
            write();
            ValidatableResponse read = TestClient.get("auditor", "/v1/audit/notes?sort=-position&limit=1")
                    .body("items[0].caller", is("programme-officer"));
            int last = read.extract().path("items[0].position");

            slow.commit();
            write();

            TestClient.get("auditor", "/v1/audit/notes?limit=500&positionFrom=" + (last + 1))
                    .body("items.caller", contains("slow", "programme-officer"))
                    .body("items.position", contains(last + 1, last + 2));
        }
    }

    @Test
    void aSealThatIsMadeWithoutTheKeyShows() throws SQLException {
        write();
        seal.run();
        String last = " where number = (select max(number) from audit_seal)";
        String hash = Query.of("select hash from audit_seal" + last).only(database, row -> row.text("hash"));
        Seal forged = new Seal("guessed", Query.of("""
                        select coalesce((select hash from audit_seal where number = (select max(number) - 1 from audit_seal)),
                                        current_schema()) as previous
                        """).only(database, row -> row.text("previous")));
        Query.of("""
                        select %s as content from audit a join audit_sealed s on s.position = a.position
                         where s.seal = (select max(number) from audit_seal) order by a.position
                        """.formatted(Seal.content(audit)))
                .list(database, row -> row.text("content"))
                .forEach(forged::add);

        asOwner("update audit_seal set hash = '%s'".formatted(forged.hash()) + last);
        assertThat(verification.run(audit).intact()).isFalse();

        asOwner("update audit_seal set hash = '%s'".formatted(hash) + last);
        assertThat(verification.run(audit).intact()).isTrue();
    }

    @Test
    void aSealedLineThatIsMissingShows() throws SQLException {
        write();
        seal.run();
        asOwner("alter table audit_sealed drop constraint audit_sealed_position_fkey");
        asOwner("create table kept as select * from audit where position = (select max(position) from audit_sealed)");
        asOwner("delete from audit where position = (select position from kept)");
        assertThat(verification.run(audit).intact()).isFalse();

        asOwner("insert into audit overriding system value select * from kept; drop table kept");
        asOwner("alter table audit_sealed add constraint audit_sealed_position_fkey"
                + " foreign key (position) references audit");
        assertThat(verification.run(audit).intact()).isTrue();
    }

    @Test
    void aLineAddedAmongOldOnesShows() throws SQLException {
        write();
        seal.run();
        String columns =
                "at, day, caller, roles, method, path, outcome, status, code, request_id, address, operation, asked, before, after";
        asOwner(
                "insert into audit (position, id, %1$s) overriding system value select -1000000, gen_random_uuid(), %1$s from audit limit 1"
                        .formatted(columns));
        assertThat(verification.run(audit))
                .matches(result -> !result.intact())
                .extracting(SealVerification::leftOut)
                .isEqualTo(1L);

        asOwner("delete from audit where position = -1000000");
        assertThat(verification.run(audit).intact()).isTrue();
    }

    @Test
    void aLineThatCommitsLateIsSealedBesideMoreThanTenThousandThatWereQuicker() throws SQLException {
        String line =
                "insert into audit (id, at, day, caller, roles, method, path, outcome, status, code, request_id, address, operation, asked, before, after)"
                        + " select gen_random_uuid(), now(), current_date, 'officer', '', 'POST', '/v1/notes', 'DONE', 201, '', 'late-%s', '', '', '', '', '' from generate_series(1, %d)";
        try (Connection slow = DriverManager.getConnection(url, "service", "service");
                Statement late = slow.createStatement()) {
            slow.setAutoCommit(false);
            late.execute(line.formatted("slow", 700));
            asOwner(line.formatted("quick", 10_500));
            seal.run();
            assertThat(verification.run(audit).intact()).isTrue();
            assertThat(unsealed()).isZero();

            late.execute(line.formatted("slow", 700));
            asOwner(line.formatted("quick", 10));
            seal.run();
            assertThat(verification.run(audit).intact()).isTrue();
            slow.commit();
        }
        assertThat(unsealed()).isEqualTo(1400);
        assertThat(verification.run(audit).intact()).isTrue();
        seal.run();

        assertThat(unsealed()).isZero();
        assertThat(verification.run(audit))
                .matches(SealVerification::intact)
                .extracting(SealVerification::leftOut)
                .isEqualTo(0L);
    }

    private long unsealed() {
        return Query.of(
                        "select count(*) as lines from audit a where not exists (select from audit_sealed s where s.position = a.position)")
                .only(database, row -> row.number("lines"));
    }

    @Test
    void aChainOfSealsIsOfItsInstallation() {
        write();
        seal.run();

        assertThat(Query.of("select distinct chain from audit_seal").list(database, row -> row.text("chain")))
                .containsExactly("public");
        assertThat(verification.run(audit).lastSeal()).isNotEmpty();
    }

    @Test
    void theApplicationCannotChangeALine() throws SQLException {
        write();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update audit set caller = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from audit")).hasMessageContaining("permission denied");
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "service_owner", "owner");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void write() {
        TestClient.as("programme-officer")
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"x\"}, \"tags\": []}"
                        .formatted(UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT)))
                .post("/v1/notes")
                .then()
                .statusCode(201);
    }
}
