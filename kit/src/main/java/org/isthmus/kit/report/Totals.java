package org.isthmus.kit.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A report added up.
 *
 * @param rows by the keys of their dimensions; a row may lack one of them ({@code none}), but not all
 * @param reasons why parts belong to no key at all
 * @param numbers what was asked beside the sums
 */
public record Totals(
        Map<List<String>, Figures> rows,
        Map<String, Figures> reasons,
        Figures notAttributed,
        Figures total,
        Map<String, Long> numbers) {

    public long number(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }
}
