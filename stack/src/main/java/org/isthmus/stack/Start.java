package org.isthmus.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.machine.Screen;
import org.isthmus.stack.process.Home;

/** The command behind {@code ./start}: brings the system up, tells how to use it, and waits until it is told to stop. */
public final class Start {

    private final Screen screen = new Screen(System.out);
    private final CompletableFuture<String> death = new CompletableFuture<>();

    private Start() {}

    public static void main(String... arguments) {
        try {
            new Start().run(Home.ofThisRun(), List.of(arguments));
        } catch (CannotStart refusal) {
            System.err.println(refusal.sentence());
            System.exit(1);
        }
    }

    private void run(Home home, List<String> arguments) {
        long begun = System.nanoTime();
        Options options = Options.parse(home.folder(), arguments);
        if (options.help()) {
            screen.say(help());
            return;
        }
        DataFolder data = DataFolder.take(options.data(), options.fresh());
        Ports ports = new Ports(options.port());
        ports.refuseIfBusy();
        Stack stack = new Stack(home, data, ports, screen, death::complete);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
        screen.say("Isthmus starts; data and logs are in %s".formatted(data.path()));
        stack.start();
        if (options.loadsData()) {
            stack.loadReferenceData();
        }
        screen.say(new Welcome(ports).text());
        screen.say("Ready after %.0f s, %s resident. Ctrl-C stops everything."
                .formatted((System.nanoTime() - begun) / 1e9, stack.memory()));
        throw new CannotStart(death.join());
    }

    private void stop(Stack stack) {
        screen.say("Stopping.");
        stack.close();
        screen.say("Stopped; the data stays.");
    }

    private static String help() {
        try (InputStream text = Start.class.getResourceAsStream("/help.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException failure) {
            throw new CannotStart("The help text cannot be read.", failure);
        }
    }
}
