package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.process.Home;
import org.isthmus.stack.process.PostgresServer;
import org.isthmus.stack.token.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command itself: what it says and leaves behind when things go as they should, and when they do not. */
class StartSystemTest {

    private final Ports ports = Ports.free();

    @TempDir
    private Path folder;

    @Test
    void aServiceThatDiesComesBackUntilItDiesTooOftenAndTheNextStartFindsItsData() throws Exception {
        try (Launch first = launch().awaitReady()) {
            assertThat(first.screen()).contains("LOCAL USE ONLY").containsPattern("Ready after \\d+ s, \\d+ MiB");
            registerOrganisation();

            first.kill("projects-service");
            first.awaitSaid("the projects service ended by itself and is started again");
            first.awaitRunning("projects-service");
            first.kill("projects-service");
            first.awaitRunning("projects-service");
            first.kill("projects-service");

            assertThat(first.exitCode()).isEqualTo(1);
            assertThat(first.screen())
                    .contains("The projects service ended by itself", "log/projects.log")
                    .doesNotContain("\tat ");
            assertThatCode(ports::refuseIfBusy).doesNotThrowAnyException();
        }
        try (Launch second = launch().awaitReady()) {
            assertThat(organisations()).contains("FOUND-AGAIN");

            refused("Isthmus already runs on the data folder", launch());
            refused("Port %d, which is for the gateway, is in use".formatted(ports.first()), launchBeside());

            second.terminate();
            assertThat(second.exitCode()).isNotEqualTo(1);
            assertThatCode(ports::refuseIfBusy).doesNotThrowAnyException();
        }
        try (Launch third = launch().awaitReady()) {
            killPostgres();
            assertThat(third.exitCode()).isEqualTo(1);
            assertThat(third.screen())
                    .contains("PostgreSQL ended by itself; its log is")
                    .doesNotContain("\tat ", "Exception");
            assertThatCode(ports::refuseIfBusy).doesNotThrowAnyException();
        }
        migratedByAnotherVersion();
        try (Launch fourth = launch()) {
            assertThat(fourth.exitCode()).isEqualTo(1);
            assertThat(fourth.screen())
                    .contains(
                            "holds data of another version of Isthmus: ./start --fresh begins anew and forgets them.");
            assertThatCode(ports::refuseIfBusy).doesNotThrowAnyException();
        }
    }

    private void killPostgres() throws Exception {
        String number = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .getFirst()
                .strip();
        assertThat(ProcessHandle.of(Long.parseLong(number)).orElseThrow().destroyForcibly())
                .isTrue();
    }

    private void migratedByAnotherVersion() throws Exception {
        try (DataFolder data = DataFolder.take(folder.resolve("data"), false);
                PostgresServer server =
                        PostgresServer.start(Home.ofThisRun().work().resolve("postgres"), data, ports);
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/projects?user=postgres".formatted(ports.postgres()));
                Statement statement = connection.createStatement()) {
            assertThat(server.handle().isAlive()).isTrue();
            statement.execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
        }
    }

    private Launch launch() throws Exception {
        return Launch.of("--no-data", "--port", "" + ports.first(), "--data", "" + folder.resolve("data"));
    }

    private Launch launchBeside() throws Exception {
        return Launch.of("--no-data", "--port", "" + ports.first(), "--data", "" + folder.resolve("other"));
    }

    private static void refused(String sentence, Launch launch) throws Exception {
        try (launch) {
            assertThat(launch.exitCode()).isEqualTo(1);
            assertThat(launch.screen()).startsWith(sentence).hasLineCount(1);
        }
    }

    private void registerOrganisation() throws Exception {
        String body = "{\"reference\":\"FOUND-AGAIN\",\"names\":{\"en\":\"Found again\"}}";
        HttpResponse<String> answer = send(
                request().header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String organisations() throws Exception {
        return send(request().GET()).body();
    }

    private HttpRequest.Builder request() {
        String token = TokenIssuer.tokens(ports).apply("programme-officer");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/organisations".formatted(ports.gateway())))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
