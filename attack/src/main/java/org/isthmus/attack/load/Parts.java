package org.isthmus.attack.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The processes of a system that {@code ./start} runs: which there are, and how much memory each has. */
final class Parts {

    private Parts() {}

    /** Proportional set size in MiB, by number and name. */
    static Map<String, Long> memory(Path data) throws IOException {
        Map<String, Long> memory = new LinkedHashMap<>();
        for (String line : Files.readAllLines(data.resolve("processes"))) {
            String number = line.substring(0, line.indexOf(' '));
            Path process = Path.of("/proc", number);
            if (Files.exists(process.resolve("smaps_rollup"))) {
                long kib = Files.readAllLines(process.resolve("smaps_rollup")).stream()
                        .filter(row -> row.startsWith("Pss:"))
                        .mapToLong(row -> Long.parseLong(row.replaceAll("[^0-9]", "")))
                        .sum();
                memory.put(number + " " + name(process), kib / 1_024);
            }
        }
        return memory;
    }

    private static String name(Path process) throws IOException {
        String command = Files.readString(process.resolve("cmdline"));
        for (String name : new String[] {"programming", "funding", "projects", "gateway", "kafka", "issuer"}) {
            if (command.contains(name)) {
                return name;
            }
        }
        return "postgres";
    }
}
