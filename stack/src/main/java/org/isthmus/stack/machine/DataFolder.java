package org.isthmus.stack.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything between two runs; one run at a time has it. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "isthmus.lock";
    private static final String PROCESSES = "processes";
    private static final long NEEDED = 500L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder or takes an existing one; refuses one that is taken, foreign, not writable or on a full disk. */
    public static DataFolder take(Path path, boolean fresh) {
        try {
            refuseForeign(path);
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new CannotStart(
                        "Isthmus already runs on the data folder %s: stop it first, or choose another folder with --data DIR and other ports with --port N."
                                .formatted(path));
            }
            DataFolder folder = new DataFolder(path, channel);
            folder.prepare(fresh);
            return folder;
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data folder %s cannot be used (%s): choose another with --data DIR."
                            .formatted(path, reason(failure)),
                    failure);
        }
    }

    private void prepare(boolean fresh) throws IOException {
        Processes.stopThoseLeftIn(file(PROCESSES), file("postgres/postmaster.pid"));
        if (fresh) {
            empty();
        }
        long usable = Files.getFileStore(path).getUsableSpace();
        if (usable < NEEDED) {
            throw new CannotStart(
                    "The disk of the data folder %s has only %d MB free, and %d MB are needed: make room or choose another folder with --data DIR."
                            .formatted(path, usable >> 20, NEEDED >> 20));
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException failure) {
            throw new CannotStart(
                    "The folder %s cannot be made: %s.".formatted(path.resolve(name), reason(failure)), failure);
        }
    }

    public Path log(String name) {
        return folder("log").resolve(name + ".log");
    }

    /** Keeps in mind a process that must not outlive this run. */
    public void note(ProcessHandle process) throws IOException {
        Processes.note(file(PROCESSES), process);
    }

    /** A secret of this installation by what it is for, such as a database role's name; made once, readable by its owner. */
    public synchronized String secret(String name) {
        Path file = folder("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[24];
                RandomGenerator.of("SecureRandom").nextBytes(bytes);
                Files.writeString(file, HexFormat.of().formatHex(bytes));
                boolean kept =
                        file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true);
                if (!kept) {
                    throw new IOException("its rights could not be set");
                }
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new CannotStart("The file %s cannot be used: %s.".formatted(file, reason(failure)), failure);
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isPresent()) {
                throw new CannotStart(
                        "The folder %s holds something that is not Isthmus's data: choose an empty or a new one with --data DIR."
                                .formatted(path));
            }
        }
    }

    private void empty() throws IOException {
        List<Path> entries;
        try (Stream<Path> walk = Files.walk(path)) {
            entries = walk.sorted(Comparator.reverseOrder())
                    .filter(entry -> !entry.equals(path) && !entry.equals(file(LOCK)))
                    .toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }

    public static String reason(IOException failure) {
        @Nullable String message = failure.getMessage();
        String kind = failure.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace(" Exception", "");
        return message == null ? kind : kind + ": " + message;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file(PROCESSES));
            channel.close();
        } catch (IOException failure) {
            throw new CannotStart("The data folder %s could not be given back.".formatted(path), failure);
        }
    }
}
