package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.isthmus.stack.process.Home;

/** The launcher in its own process, as ./start runs it. */
final class Launch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path screen;

    private Launch(Process process, Path screen) {
        this.process = process;
        this.screen = screen;
    }

    static Launch of(String... options) throws IOException {
        Home home = Home.ofThisRun();
        Path screen = Files.createTempFile(home.work(), "screen", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Disthmus.home=" + home.folder(),
                "-cp",
                home.classPath(),
                Start.class.getName()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
        return new Launch(process, screen);
    }

    Launch awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the launcher ended: " + screen, () -> !process.isAlive())
                .until(() -> screen().contains("Ready after"));
        return this;
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    String screen() throws IOException {
        return Files.readString(screen);
    }

    /** Like Ctrl-C's gentler sister. */
    void terminate() {
        process.destroy();
    }

    void kill(String part) {
        List<ProcessHandle> killed = processes(part);
        assertThat(killed).isNotEmpty().allMatch(ProcessHandle::destroyForcibly);
        killed.forEach(process -> process.onExit().join());
    }

    void awaitSaid(String words) {
        Awaitility.await().atMost(PATIENCE).until(() -> screen().contains(words));
    }

    void awaitRunning(String part) {
        Awaitility.await().atMost(PATIENCE).until(() -> !processes(part).isEmpty());
    }

    private List<ProcessHandle> processes(String part) {
        return process.descendants()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains(part + "/target"))
                        .isPresent())
                .toList();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Files.delete(screen);
    }
}
