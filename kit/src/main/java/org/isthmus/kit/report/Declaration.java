package org.isthmus.kit.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Type;

/**
 * A report as its service declares it: what it can be broken down by, what it adds up, what picks it, and what one thing
 * is that it counts. Its parameters are read, checked and documented from here.
 *
 * @param groupedBy by what it is broken down where nothing is asked
 * @param filters pick what is added up
 * @param isEffective whether what it adds up has effective days, so that {@code asOf} means them
 * @param countingLevel at which each euro is counted, explained by {@code levelWords}
 */
public record Declaration(
        String groupedBy,
        int mostDimensions,
        List<Dimension> dimensions,
        List<Measure> measures,
        Parameters filters,
        boolean isEffective,
        String countingLevel,
        String levelWords) {

    static final String GROUP_BY = "groupBy";
    static final String MEASURES = "measures";
    static final String CURRENCY = "currency";
    static final String FORMAT = "format";
    static final String BYTE_ORDER_MARK = "bom";

    Optional<Dimension> dimension(String name) {
        return dimensions.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Explains the counting level, each measure and each dimension. */
    public Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put("countingLevel", levelWords);
        measures.forEach(measure -> definitions.put(measure.name(), measure.words()));
        dimensions.forEach(dimension -> definitions.put(dimension.name(), dimension.words()));
        return definitions;
    }

    /** All that it may be asked at its path. */
    public Parameters at(String path) {
        List<String> names = dimensions.stream().map(Dimension::name).toList();
        return new Parameters()
                .at(path)
                .addNames(
                        GROUP_BY,
                        names,
                        "Up to %d of %s, in any order, separated by commas; %s without it."
                                .formatted(mostDimensions, joined(names.stream()), groupedBy))
                .addAll(ofEntries())
                .add(FORMAT, List.of("json", "csv"), "The Accept header says the same.")
                .add(
                        BYTE_ORDER_MARK,
                        Type.BOOLEAN,
                        "Of a CSV: begins with a byte order mark, as Excel needs it for UTF-8.")
                .addAll(isEffective ? Parameters.ofEffectiveDays() : Parameters.ofThePast());
    }

    /** The measures asked for, and those that say how much of them nobody knows. */
    Set<String> withUnknowns(List<String> asked) {
        Set<String> all = new HashSet<>(asked);
        measures.stream()
                .filter(measure -> asked.contains(measure.name()))
                .forEach(measure -> all.addAll(measure.beside()));
        return all;
    }

    /** What picks and measures, for the list of what is behind it. */
    public Parameters ofEntries() {
        List<String> names = measures.stream().map(Measure::name).toList();
        return new Parameters()
                .addNames(
                        MEASURES,
                        names,
                        "Any of %s, separated by commas, with those that say how much of them nobody knows; all of them without it."
                                .formatted(joined(names.stream())))
                .add(CURRENCY, Type.CURRENCY, "ISO 4217: totals never mix currencies and convert none.")
                .addAll(filters);
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
