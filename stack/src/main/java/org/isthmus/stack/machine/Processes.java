package org.isthmus.stack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A note of the processes that were started, so that the next run can end what a killed launcher left behind. */
public final class Processes {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Processes() {}

    public static synchronized void note(Path file, ProcessHandle process) throws IOException {
        Files.writeString(file, line(process) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    public static void whenEnded(ProcessHandle process, Runnable then) {
        var _ = process.onExit().thenRunAsync(then, Thread::startVirtualThread);
    }

    /** A process is ours when number and start are as noted; the database comes last, as its clients are gone then. */
    public static void stopThoseLeftIn(Path file, Path postmaster) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                running(line).ifPresent(Processes::stop);
            }
            Files.delete(file);
        }
        if (Files.exists(postmaster)) {
            String number = Files.readAllLines(postmaster).getFirst().strip();
            ProcessHandle.of(Long.parseLong(number))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(Processes::stop);
        }
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " " + started(process);
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static Optional<ProcessHandle> running(String line) {
        return ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
                .filter(process -> line(process).equals(line));
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException tooLong) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
