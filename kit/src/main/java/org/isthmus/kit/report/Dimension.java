package org.isthmus.kit.report;

import java.util.Optional;

/**
 * What a total is broken down by: a column {@code name} of the parts, and a column {@code name_reason} that says why a
 * part has none.
 *
 * @param words how a part belongs to a key of it
 * @param filter finds what has just one key: the name, unless a filter of that name finds more
 */
public record Dimension(String name, String words, boolean isNumber, String filter) {

    public static Dimension of(String name, String words) {
        return new Dimension(name, words, false, name);
    }

    /** One whose keys are whole numbers, such as years. */
    public static Dimension ofNumbers(String name, String words) {
        return new Dimension(name, words, true, name);
    }

    public Dimension foundBy(String other) {
        return new Dimension(name, words, isNumber, other);
    }

    /** The column of the parts; SQL knows no capitals. */
    String column() {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    Object key(String text) {
        return Optional.of(text)
                .filter(code -> isNumber && !code.equals(Breakdown.NONE))
                .<Object>map(Integer::valueOf)
                .orElse(text);
    }
}
