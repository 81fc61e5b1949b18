package org.isthmus.stack.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.machine.Processes;
import org.isthmus.stack.machine.Screen;
import org.isthmus.stack.machine.Steps;
import org.isthmus.stack.token.TokenIssuer;
import org.jspecify.annotations.Nullable;

/** What the applications stand on: PostgreSQL, Kafka and the token issuer. */
public final class Foundation {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GOODBYE = Duration.ofSeconds(15);

    private final Home home;
    private final DataFolder data;
    private final Ports ports;
    private final Screen screen;
    private final Consumer<String> onDeath;

    private volatile @Nullable PostgresServer postgres;
    private volatile @Nullable Child kafka;
    private volatile @Nullable TokenIssuer issuer;

    public Foundation(Home home, DataFolder data, Ports ports, Screen screen, Consumer<String> onDeath) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.screen = screen;
        this.onDeath = onDeath;
    }

    /**
     * All at once.
     *
     * @param migrations what comes as soon as the database is there
     */
    public void start(Steps steps, Runnable migrations) {
        Runnable database = () -> {
            startPostgres();
            migrations.run();
        };
        steps.together(List.of(database, () -> startKafka(steps), this::startIssuer));
    }

    private void startPostgres() {
        long begun = System.nanoTime();
        PostgresServer server = PostgresServer.start(home.work().resolve("postgres"), data, ports);
        postgres = server;
        Processes.whenEnded(
                server.handle(),
                () -> onDeath.accept("PostgreSQL ended by itself; its log is " + data.log("postgres")));
        screen.ready("PostgreSQL 18", ports.postgres(), begun);
    }

    private void startKafka(Steps steps) {
        long begun = System.nanoTime();
        Child broker = KafkaBroker.start(home, data, ports);
        kafka = broker;
        broker.awaitReady(() -> KafkaBroker.isReady(ports), steps::givenUp, PATIENCE);
        broker.whenItEnds(() -> onDeath.accept(broker.ended()));
        screen.ready("Kafka 4", ports.kafka(), begun);
    }

    private void startIssuer() {
        long begun = System.nanoTime();
        issuer = TokenIssuer.start(ports);
        screen.ready("token issuer", ports.tokenIssuer(), begun);
    }

    public List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        Child broker = kafka;
        PostgresServer server = postgres;
        if (broker != null) {
            processes.add(broker.handle());
        }
        if (server != null) {
            processes.add(server.handle());
        }
        return processes;
    }

    public void close() {
        TokenIssuer tokens = issuer;
        Child broker = kafka;
        PostgresServer server = postgres;
        if (tokens != null) {
            tokens.close();
        }
        if (broker != null) {
            broker.stop(GOODBYE);
        }
        if (server != null) {
            server.close();
        }
    }
}
