package org.isthmus.kit.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {

    @Inject
    Jobs jobs;

    @Inject
    CountThings things;

    @Inject
    AgroalDataSource database;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void aJobIsDoneInStepsAfterItsCauseHasCommitted() {
        QuarkusTransaction.requiringNew().run(() -> jobs.start(CountThings.NAME, List.of(subject, subject)));

        await().until(() -> open() == 0);
        assertThat(counted()).isEqualTo(35);
        assertThat(number("select steps as n from job where subject = ?")).isEqualTo(4);
    }

    @Test
    void whatIsRolledBackStartsNothing() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    jobs.start(CountThings.NAME, List.of(subject));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(number("select count(*) as n from job where subject = ?")).isZero();
    }

    @Test
    void aStepThatFailsIsTriedAgainAndCountsNothingTwice() {
        things.failuresToCome().set(3);

        QuarkusTransaction.requiringNew().run(() -> jobs.start(CountThings.NAME, List.of(subject)));

        await().until(() -> open() == 0);
        assertThat(things.failuresToCome()).hasValue(0);
        assertThat(counted()).isEqualTo(35);
        assertThat(number("select count(*) as n from job where subject = ? and problem is not null"))
                .isZero();
    }

    @Test
    void aStepThatFailsWaitsLongerEachTimeAndSaysWhy() {
        things.failuresToCome().set(Integer.MAX_VALUE);

        QuarkusTransaction.requiringNew().run(() -> jobs.start(CountThings.NAME, List.of(subject)));

        await().until(() -> number("select failures as n from job where subject = ?") >= 3);
        things.failuresToCome().set(0);
        assertThat(number("select count(*) as n from job where subject = ? and problem like '%in the way%'"
                        + " and due_at > started_at + interval '700 milliseconds'"))
                .isEqualTo(1);
        await().until(() -> open() == 0);
        assertThat(counted()).isEqualTo(35);
    }

    @Test
    void whatAKilledProcessLeftIsGoneOnWithWhereItWas() {
        Query.of("insert into counted (subject, thing) select ?, thing from generate_series(1, 20) thing", subject)
                .execute(database);
        Query.of(
                        "insert into job (name, subject, cursor, steps, started_at, due_at) values (?, ?, '20', 2, now(), now())",
                        CountThings.NAME,
                        subject)
                .execute(database);

        await().until(() -> open() == 0);
        assertThat(counted()).isEqualTo(35);
    }

    @Test
    void whatIsBehindShowsInHealthAndMetrics() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table counted in exclusive mode");
            QuarkusTransaction.requiringNew().run(() -> jobs.start(CountThings.NAME, List.of(subject)));

            given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'jobs' }.data.'count-things'", containsString("1 open since "));
            given().get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .body(containsString("isthmus_jobs_open{job=\"count-things\"} 1.0"));
            connection.rollback();
        }
        await().until(() -> open() == 0);
        assertThat(counted()).isEqualTo(35);
    }

    @Test
    void aLaterJobOfTheSameSubjectTakesTheEarlierOnesPlace() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table counted in exclusive mode");
            QuarkusTransaction.requiringNew().run(() -> jobs.start(CountThings.NAME, List.of("other" + subject)));
            for (int time = 0; time < 3; time++) {
                QuarkusTransaction.requiringNew().run(() -> jobs.start(CountThings.NAME, List.of(subject)));
            }
            connection.rollback();
        }

        await().until(() -> open() == 0);
        assertThat(counted()).isEqualTo(35);
    }

    private long open() {
        return number("select count(*) as n from job where subject = ? and state = 'OPEN'");
    }

    private long counted() {
        return number("select count(*) as n from counted where subject = ?");
    }

    private long number(String sql) {
        return Query.of(sql, subject).only(database, row -> Long.valueOf(row.text("n")));
    }
}
