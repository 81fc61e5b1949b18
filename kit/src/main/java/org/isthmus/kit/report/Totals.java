package org.isthmus.kit.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isthmus.kit.lists.AsOf;

/**
 * A report added up.
 *
 * @param rows by the keys of their dimensions; a row may lack one of them ({@code none}), but not all
 * @param reasons why parts belong to no key at all
 * @param numbers what was asked beside the sums
 * @param scope what of all there is the caller sees: ALL, PUBLISHED or PUBLISHED_AND_OWN
 */
public record Totals(
        Map<List<String>, Figures> rows,
        Map<String, Figures> reasons,
        Figures notAttributed,
        Figures total,
        Map<String, Long> numbers,
        String scope,
        AsOf asOf) {

    public long number(String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }
}
