package org.isthmus.stack;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.isthmus.reference.ClientTokens;
import org.isthmus.reference.NotLoaded;
import org.isthmus.reference.ReferenceData;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.machine.ResidentMemory;
import org.isthmus.stack.machine.Screen;
import org.isthmus.stack.machine.Steps;
import org.isthmus.stack.process.App;
import org.isthmus.stack.process.Child;
import org.isthmus.stack.process.Foundation;
import org.isthmus.stack.process.Health;
import org.isthmus.stack.process.Home;
import org.isthmus.stack.token.TokenIssuer;

/**
 * The running system: the foundation first, then the four applications at once; it stops in the opposite order. An application that ends by itself is
 * started again, unless it does so too often; that, and the end of what they stand on, is told to whoever asked to know.
 */
final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GOODBYE = Duration.ofSeconds(25);

    private final Home home;
    private final DataFolder data;
    private final Ports ports;
    private final Screen screen;
    private final Consumer<String> onDeath;
    private final Foundation foundation;
    private final ClientTokens tokens;

    private final Deaths deaths = new Deaths(System::nanoTime);
    private final Steps steps = new Steps();
    private final Map<App, Child> apps = new ConcurrentHashMap<>();

    /** Held while the system comes up or goes down, so that nothing is started behind the back of a stop. */
    private final ReentrantLock change = new ReentrantLock();

    private volatile boolean closing;

    Stack(Home home, DataFolder data, Ports ports, Screen screen, Consumer<String> onDeath) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.screen = screen;
        this.onDeath = sentence -> {
            if (!closing) {
                onDeath.accept(sentence);
            }
        };
        this.foundation = new Foundation(home, data, ports, screen, this.onDeath);
        this.tokens = TokenIssuer.tokens(ports);
    }

    /** Returns when every part is ready. */
    void start() {
        change.lock();
        try {
            home.refuseUnbuilt();
            foundation.start(steps, this::migrate);
            steps.together(Arrays.stream(App.values())
                    .map(app -> (Runnable) () -> start(app))
                    .toList());
        } finally {
            change.unlock();
        }
    }

    private void migrate() {
        steps.together(Arrays.stream(App.values())
                .filter(App::hasDatabase)
                .map(app -> (Runnable) () -> migrate(app))
                .toList());
    }

    /** The service itself does it, in a run of its own that ends with it. */
    private void migrate(App app) {
        Child child = Child.start(
                "the migration of " + app.title(),
                data,
                home.archive(app).onlyUsed(),
                app.migration(ports, data::secret),
                List.of("-Xmx128m", "-jar", home.jar(app).toString()));
        if (child.awaitEnd(steps::givenUp, PATIENCE) != 0) {
            throw new CannotStart(
                    child.hasSaid("FlywayValidateException")
                            ? "The data folder %s holds data of another version of Isthmus: ./start --fresh begins anew and forgets them."
                                    .formatted(data.path())
                            : child.ended());
        }
    }

    void start(App app) {
        long begun = System.nanoTime();
        List<String> arguments = new ArrayList<>(app.memory());
        arguments.addAll(List.of("-jar", home.jar(app).toString()));
        Child child =
                Child.start(app.title(), data, home.archive(app), app.environment(ports, data::secret), arguments);
        apps.put(app, child);
        child.awaitReady(() -> Health.isReady(app.port(ports)), steps::givenUp, PATIENCE);
        child.whenItEnds(() -> {
            if (!closing && apps.get(app) == child) {
                startAgain(app, child.ended());
            }
        });
        screen.ready(app.label(), app.port(ports), begun);
    }

    /** One that died, unless it does so too often. */
    private void startAgain(App app, String obituary) {
        change.lock();
        try {
            String cause = obituary;
            while (!closing && !deaths.isOneTooMany(app)) {
                screen.say(app.title() + " ended by itself and is started again");
                try {
                    start(app);
                    return;
                } catch (CannotStart refusal) {
                    cause = refusal.sentence();
                }
            }
            onDeath.accept(cause);
        } finally {
            change.unlock();
        }
    }

    /** Like {@code kill -9}; the rest goes on. */
    void kill(App app) {
        removed(app).kill();
    }

    /** Politely; the rest goes on. */
    void stop(App app) {
        removed(app).stop(GOODBYE);
    }

    private Child removed(App app) {
        Child child = apps.remove(app);
        if (child == null) {
            throw new IllegalStateException(app.title() + " does not run");
        }
        return child;
    }

    Foundation foundation() {
        return foundation;
    }

    /** What is missing of it, through the gateway like any client. */
    void loadReferenceData() {
        try {
            ReferenceData.load(gateway(), tokens, screen::say);
        } catch (NotLoaded refusal) {
            throw new CannotStart(refusal.sentence(), refusal);
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + ports.gateway());
    }

    ClientTokens tokens() {
        return tokens;
    }

    /** Of this process and all that it started; what only the start needed, as to unpack the database, is given back first. */
    ResidentMemory memory() {
        System.gc();
        List<ProcessHandle> processes = new ArrayList<>(foundation.processes());
        apps.values().forEach(app -> processes.add(app.handle()));
        processes.add(ProcessHandle.current());
        return ResidentMemory.of(processes);
    }

    @Override
    public void close() {
        closing = true;
        steps.giveUp();
        change.lock();
        try {
            new Steps()
                    .together(apps.values().stream()
                            .map(app -> (Runnable) () -> app.stop(GOODBYE))
                            .toList());
            apps.clear();
            foundation.close();
            data.close();
        } finally {
            change.unlock();
        }
    }
}
