package org.isthmus.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A project as the generator makes it; what no source would tell is null or empty.
 *
 * @param umbrella number of the project that it is part of; always smaller than its own
 * @param depth how many umbrellas stand above it, at most {@link Generator#DEEPEST}
 * @param contribution in euros, of two decimals; null when unknown
 * @param end the last year that it ran; null when unknown
 */
record GeneratedProject(
        int number,
        UUID id,
        String title,
        String summary,
        String status,
        boolean published,
        @Nullable Integer umbrella,
        int depth,
        List<Share> strands,
        List<Share> countries,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable BigDecimal contribution) {

    /** How much of a project's money belongs to a code; null when no source says. */
    record Share(String code, @Nullable BigDecimal percent) {}

    String reference() {
        return reference(number);
    }

    static String reference(int number) {
        return "BENCH-%07d".formatted(number);
    }

    /** The years in which it ran, as far as they are known. */
    List<Integer> years() {
        if (start == null) {
            return List.of();
        }
        return IntStream.rangeClosed(start, end == null ? start : end).boxed().toList();
    }

    List<String> codesOf(List<Share> shares) {
        return shares.stream().map(Share::code).toList();
    }
}
