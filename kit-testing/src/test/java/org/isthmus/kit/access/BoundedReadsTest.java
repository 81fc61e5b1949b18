package org.isthmus.kit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.isthmus.testing.PostgresResource;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Readers whose answers take for ever: a lock holds up the table that they read. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BoundedReadsTest {

    private static final int MANY = 20;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    @Test
    void nobodyWaitsForAnAnswerThatTakesTooLong() throws Exception {
        List<Response> answers = whileHeldUp(() -> List.of(get("/v1/notes"), get("/v1/notes?total=true")));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("too-dear");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
    }

    @Test
    void whateverTheyAskConnectionsAreLeftForOthers() throws Exception {
        List<Response> answers = whileHeldUp(() -> {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Response>> readers = Stream.of("/v1/notes", "/v1/notes?total=true")
                        .flatMap(path -> Stream.generate(() -> path).limit(MANY))
                        .map(path -> threads.submit(() -> get(path)))
                        .toList();
                Response officer = given().auth().oauth2(Tokens.of("auditor")).get("/v1/audit/notes?limit=1");
                assertThat(officer.statusCode()).isEqualTo(200);
                return readers.stream().map(BoundedReadsTest::result).toList();
            }
        });

        assertThat(answers).extracting(Response::statusCode).containsOnly(503);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("code"))
                .contains("busy", "too-dear");
        assertThat(get("/v1/notes").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsReadByItsIdIsBoundedToo() throws Exception {
        String note = "/v1/notes/" + UUID.randomUUID();
        List<Response> answers = whileHeldUp(() -> List.of(get(note)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(503);
        assertThat(get(note).statusCode()).isEqualTo(404);
    }

    /** As long as the table is locked only what is kept can be answered. */
    @Test
    void whatAddsUpIsKeptForEverybodyUntilSomethingIsWritten() throws Exception {
        String question = "/v1/notes?total=true&limit=7";
        assertThat(get(question).statusCode()).isEqualTo(200);
        Response kept = whileHeldUp(() -> get(question));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.header("ETag")).startsWith("W/");

        TestClient.post("programme-officer", "/v1/notes", """
            {"reference": "KEPT-1", "title": {"en": "New"}, "tags": ["kept"]}\
            """).statusCode(201);

        assertThat(whileHeldUp(() -> get(question)).statusCode()).isEqualTo(503);
    }

    private static Response result(Future<Response> reader) {
        try {
            return reader.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private <T> T whileHeldUp(Callable<T> doing) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table note_view in access exclusive mode");
            try {
                return doing.call();
            } finally {
                connection.rollback();
            }
        }
    }

    private static Response get(String path) {
        return given().get(path);
    }
}
