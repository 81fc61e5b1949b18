package org.isthmus.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;

/**
 * A program's classes as the virtual machine had them at the end of an earlier run: with it a start costs half. A run that ends in peace leaves one;
 * another build of the program or another virtual machine makes a new one.
 */
public final class ClassArchive {

    private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

    private final String program;
    private final Path file;
    private final Path part;
    private final boolean isMade;

    private ClassArchive(String program, Path file, boolean isMade) {
        this.program = program;
        this.file = file;
        this.isMade = isMade;
        this.part = file.resolveSibling(
                "%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid()));
    }

    /** For a program that was built when this file was. */
    public static ClassArchive of(Path folder, String program, Path built) {
        try {
            Files.createDirectories(folder);
            String age = Long.toHexString(Files.getLastModifiedTime(built).toMillis());
            Path file = folder.resolve("%s-%s-%s.jsa".formatted(program, Runtime.version(), age));
            return new ClassArchive(program, file, true);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The folder %s cannot be used: %s.".formatted(folder, DataFolder.reason(failure)), failure);
        }
    }

    /** The same for a run that needs few of the classes: it uses the archive and leaves none. */
    public ClassArchive onlyUsed() {
        return new ClassArchive(program, file, false);
    }

    public String program() {
        return program;
    }

    public boolean isThere() {
        return Files.exists(file);
    }

    /** For the virtual machine: use it, or leave one at the end. */
    public List<String> options() {
        if (!isThere() && !isMade) {
            return List.of();
        }
        String option = isThere() ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + part;
        return Stream.concat(Stream.of(option), QUIET.stream()).toList();
    }

    /** To be called when the program has ended in peace: only a whole archive gets its name, and older ones go. */
    public void keep() {
        try {
            if (Files.exists(part)) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                deleteOthers();
            }
        } catch (IOException failure) {
            throw new CannotStart(
                    "The file %s cannot be kept: %s.".formatted(file, DataFolder.reason(failure)), failure);
        }
    }

    /** To be called when it has not. */
    public void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The file %s cannot be deleted: %s.".formatted(part, DataFolder.reason(failure)), failure);
        }
    }

    private void deleteOthers() throws IOException {
        List<Path> others;
        try (Stream<Path> entries = Files.list(file.getParent())) {
            others = entries.filter(entry -> entry.getFileName().toString().startsWith(program + "-"))
                    .filter(entry -> !entry.equals(file))
                    .toList();
        }
        for (Path other : others) {
            Files.deleteIfExists(other);
        }
    }
}
