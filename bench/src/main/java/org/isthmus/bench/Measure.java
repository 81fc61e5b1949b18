package org.isthmus.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much longer each case takes as rows grow: the median of one run over that of the fewest rows in the same run.
 *
 * <p>A case that the fewest rows can't have (a deep page) is compared with the first page of the same run.
 */
final class Measure {

    private static final int WARM = 40;
    private static final int COUNTED = 60;
    /** A case that is slow is asked less often. */
    private static final long SLOW_NANOS = 200_000_000;

    private final Http http;
    private final PrintStream out;
    private Map<String, Double> first = Map.of();

    Measure(Http http, PrintStream out) {
        this.http = http;
        this.out = out;
    }

    void run(int rows) {
        Map<String, Double> medians = new LinkedHashMap<>();
        new Cases(http).paths().forEach((name, path) -> medians.put(name, median(path)));
        if (first.isEmpty()) {
            first = medians;
        }
        out.printf("%n%,d projects%n%-32s %10s %10s%n", rows, "", "ms", "ratio");
        medians.forEach((name, median) -> {
            double base = first.getOrDefault(name, first.getOrDefault("page 1", median));
            out.printf("%-32s %10.2f %9.2fx%n", name, median, median / base);
        });
    }

    /** In milliseconds, as the client sees it. */
    private double median(String path) {
        long once = time(path);
        int warm = once > SLOW_NANOS ? 1 : WARM;
        int counted = once > SLOW_NANOS ? 5 : COUNTED;
        for (int i = 0; i < warm; i++) {
            time(path);
        }
        long[] times = new long[counted];
        for (int i = 0; i < counted; i++) {
            times[i] = time(path);
        }
        Arrays.sort(times);
        return times[counted / 2] / 1e6;
    }

    private long time(String path) {
        long begun = System.nanoTime();
        http.get(path);
        return System.nanoTime() - begun;
    }
}
