package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.machine.Screen;
import org.isthmus.stack.process.App;
import org.isthmus.stack.process.Home;
import org.isthmus.stack.token.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole system for system tests, started once per run on free ports and an empty data folder: put {@code @ExtendWith(Isthmus.class)} on the class.
 * Its logs stay in {@code target/system-test/log}.
 */
public final class Isthmus implements BeforeAllCallback {

    private static final AtomicReference<@Nullable Stack> RUNNING = new AtomicReference<>();
    private static final AtomicReference<UnaryOperator<String>> DATABASES =
            new AtomicReference<>(UnaryOperator.identity());
    private static final AtomicReference<@Nullable Ports> PORTS = new AtomicReference<>();
    private static final AtomicReference<String> KAFKA = new AtomicReference<>("");
    private static final AtomicReference<String> TOKEN_URL = new AtomicReference<>("");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Isthmus.class))
                .computeIfAbsent(Stack.class, key -> start());
    }

    /** JUnit closes it at the end of the run. */
    private static Stack start() {
        Home home = Home.ofThisRun();
        DataFolder data = DataFolder.take(Path.of("target/system-test").toAbsolutePath(), true);
        Ports ports = Ports.free();
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Stack stack = new Stack(home, data, ports, screen, screen::say);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start();
        stack.loadReferenceData();
        RUNNING.set(stack);
        PORTS.set(ports);
        KAFKA.set("127.0.0.1:" + ports.kafka());
        TOKEN_URL.set(TokenIssuer.url(ports) + "/token");
        DATABASES.set(app -> "jdbc:postgresql://127.0.0.1:%1$d/%2$s?user=%2$s&password=%3$s"
                .formatted(ports.postgres(), app, data.secret(app)));
        return stack;
    }

    private static Ports ports() {
        Ports ports = PORTS.get();
        if (ports == null) {
            throw new IllegalStateException("@ExtendWith(Isthmus.class) is missing on the test class");
        }
        return ports;
    }

    private static Stack running() {
        Stack stack = RUNNING.get();
        if (stack == null) {
            throw new IllegalStateException("@ExtendWith(Isthmus.class) is missing on the test class");
        }
        return stack;
    }

    public static URI gateway() {
        return running().gateway();
    }

    /** An access token of the demo client of this name, which is its role's. */
    public static String token(String client) {
        return running().tokens().apply(client);
    }

    /** Where a program gets its own token. */
    public static URI tokenUrl() {
        return URI.create(TOKEN_URL.get());
    }

    /** The broker's address. */
    public static String kafka() {
        return KAFKA.get();
    }

    /** A connection to the database of one service, with the rights of the service. */
    public static Connection database(String app) throws SQLException {
        return DriverManager.getConnection(DATABASES.get().apply(app));
    }

    /** One of the checks that a service shows at its own port. */
    public static JsonNode check(String app, String name) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:%d/q/health".formatted(App.of(app).port(ports()))))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode health = new ObjectMapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            for (JsonNode check : health.path("checks")) {
                if (check.path("name").asText().equals(name)) {
                    return check;
                }
            }
            throw new AssertionError(health);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A connection to the server with all rights. */
    public static Connection server() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(ports().postgres()));
    }

    /** Sends a signal to the broker's process: {@code STOP} freezes it and {@code CONT} lets it go on. */
    public static void signalKafka(String signal) {
        try {
            long pid = running().foundation().processes().getFirst().pid();
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends one application as SIGTERM does, and returns when it has ended. */
    public static void stop(String app) {
        running().stop(App.of(app));
    }

    /** Ends one application as {@code kill -9} does: programming, funding, projects or gateway. */
    public static void kill(String app) {
        running().kill(App.of(app));
    }

    /** Starts it again and returns when it is ready. */
    public static void restart(String app) {
        running().start(App.of(app));
    }
}
