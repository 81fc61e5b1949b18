package org.isthmus.stack.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory processes and their descendants hold together, shared pages counted once where the kernel tells. */
public record ResidentMemory(long kibibytes, String measure) {

    private static final String SHARED_ONCE = "PSS";
    private static final String SHARED_EACH = "RSS";

    public static ResidentMemory of(List<ProcessHandle> roots) {
        List<Long> numbers = roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .distinct()
                .toList();
        long proportional = 0;
        for (long number : numbers) {
            if (!Files.exists(Path.of("/proc/" + number))) {
                continue;
            }
            long share = kibibytes(Path.of("/proc/%d/smaps_rollup".formatted(number)), "Pss:");
            if (share < 0) {
                return new ResidentMemory(resident(numbers), SHARED_EACH);
            }
            proportional += share;
        }
        return new ResidentMemory(proportional, SHARED_ONCE);
    }

    private static long resident(List<Long> numbers) {
        return numbers.stream()
                .mapToLong(number -> Math.max(0, kibibytes(Path.of("/proc/%d/status".formatted(number)), "VmRSS:")))
                .sum();
    }

    /** The figure in a line such as {@code Pss:  1234 kB}; negative when there is none to be read. */
    private static long kibibytes(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException notTold) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return kibibytes == 0 ? "not told by this system" : "%d MiB (%s)".formatted(kibibytes / 1024, measure);
    }
}
