package org.isthmus.kit.report;

import java.util.List;
import java.util.Map;

/**
 * A report added up.
 *
 * @param rows by the keys of their dimensions; a row may lack one of them ({@code none}), but not all
 * @param reasons why parts belong to no key at all
 * @param position of what was known
 */
public record Totals(
        Map<List<String>, Figures> rows,
        Map<String, Figures> reasons,
        Figures notAttributed,
        Figures total,
        long position) {}
