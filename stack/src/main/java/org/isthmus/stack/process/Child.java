package org.isthmus.stack.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Processes;

/** A Java virtual machine that we started: its output goes to a log file, and we decide when it ends. */
public final class Child {

    /**
     * A child does not listen to Ctrl-C, which reaches the whole group: the launcher stops the children, in order. A virtual machine leaves a signal
     * alone that was ignored when it began.
     */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    /** Little memory; and the optimising compiler only for what stays busy, five times the usual: a start costs a sixth less. */
    private static final List<String> THRIFTY = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:-ShrinkHeapInSteps",
            "-XX:TrimNativeHeapInterval=10000",
            "-XX:+UseCompactObjectHeaders",
            "-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=75000",
            "-XX:Tier4BackEdgeThreshold=200000");

    /** What else the caller's environment holds, such as its keys and tokens, is not for the parts. */
    private static final Set<String> OF_THE_CALLER = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LC_ALL");

    /** Of itself, or because it was asked to. */
    private static final Set<Integer> PEACEFUL = Set.of(0, 143);

    private static final Duration ARCHIVING = Duration.ofMinutes(1);

    private final String title;
    private final Path log;
    private final ClassArchive archive;
    private final Process process;
    private final long before;
    private volatile boolean wasReady;

    private Child(String title, Path log, long before, ClassArchive archive, Process process) {
        this.title = title;
        this.log = log;
        this.before = before;
        this.archive = archive;
        this.process = process;
    }

    /** Starts {@code java} with these arguments in the folder where the log lies. */
    public static Child start(
            String title,
            DataFolder data,
            ClassArchive archive,
            Map<String, String> environment,
            List<String> arguments) {
        Path log = data.log(archive.program());
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(THRIFTY);
        command.addAll(archive.options());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.folder("log").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(OF_THE_CALLER);
        builder.environment().putAll(environment);
        try {
            long before = Files.exists(log) ? Files.size(log) : 0;
            Process process = builder.start();
            data.note(process.toHandle());
            process.getOutputStream().close();
            return new Child(title, log, before, archive, process);
        } catch (IOException failure) {
            throw new CannotStart("%s could not be started: %s".formatted(title, failure.getMessage()), failure);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public void whenItEnds(Runnable then) {
        Processes.whenEnded(handle(), then);
    }

    /** Asks again and again until the answer is yes; refuses when the process ends, is to be given up, or takes too long. */
    public void awaitReady(BooleanSupplier ready, BooleanSupplier givenUp, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (givenUp.getAsBoolean()) {
                throw new CannotStart("Stopped while %s was starting.".formatted(title));
            }
            if (System.nanoTime() > end) {
                throw new CannotStart("%s was not ready after %d s; its log is %s:%s"
                        .formatted(capital(title), patience.toSeconds(), log, lastLines()));
            }
            if (endsWithin(Duration.ofMillis(100))) {
                throw new CannotStart(ended());
            }
        }
        wasReady = true;
    }

    /** For one that ends when it has done its work: its exit code. */
    public int awaitEnd(BooleanSupplier givenUp, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!endsWithin(Duration.ofMillis(100))) {
            if (givenUp.getAsBoolean() || System.nanoTime() > end) {
                kill();
                throw new CannotStart("Stopped during %s; its log is %s".formatted(title, log));
            }
        }
        return process.exitValue();
    }

    /** Whether its own part of the log holds these words. */
    public boolean hasSaid(String words) {
        try (InputStream said = Files.newInputStream(log)) {
            said.skipNBytes(before);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8).contains(words);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Politely first, and by force when that takes longer than it may; leaving a class archive has its time. */
    public void stop(Duration patience) {
        process.destroy();
        if (!endsWithin(archive.isThere() ? patience : patience.plus(ARCHIVING))) {
            kill();
        }
        if (wasReady && PEACEFUL.contains(process.exitValue())) {
            archive.keep();
        } else {
            archive.discard();
        }
    }

    /** Like {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        var _ = process.onExit().join();
    }

    /** The obituary: who, how, and what the log said last. */
    public String ended() {
        return "%s ended by itself (exit code %d); its log is %s:%s"
                .formatted(capital(title), process.exitValue(), log, lastLines());
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "\n  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for %s.".formatted(title), interrupted);
        }
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
