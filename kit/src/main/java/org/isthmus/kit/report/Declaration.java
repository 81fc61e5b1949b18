package org.isthmus.kit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.kit.documents.Listing;

/**
 * A report as its service declares it: what it can be broken down by, what it adds up, what picks it, and what one thing
 * is that it counts. Its parameters are read, checked and documented from here.
 *
 * @param groupedBy by what it is broken down where nothing is asked
 * @param countingLevel at which each euro is counted, explained by {@code levelWords}
 */
public record Declaration(
        String operation,
        String groupedBy,
        int mostDimensions,
        List<Dimension> dimensions,
        List<Measure> measures,
        List<Filter> filters,
        String countingLevel,
        String levelWords) {

    static final String GROUP_BY = "groupBy";
    static final String MEASURES = "measures";
    static final String AS_OF = "asOf";
    static final String RECORDED_AS_OF = "recordedAsOf";
    static final String CURRENCY = "currency";

    Optional<Dimension> dimension(String name) {
        return dimensions.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    Optional<Measure> measure(String name) {
        return measures.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    Optional<Filter> filter(String name) {
        return filters.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    List<String> parameters() {
        List<String> names = new ArrayList<>(List.of(GROUP_BY, MEASURES, AS_OF, RECORDED_AS_OF, CURRENCY));
        filters.forEach(filter -> names.add(filter.name()));
        return names;
    }

    /** Explains the counting level, each measure and each dimension. */
    public Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        definitions.put("countingLevel", levelWords);
        measures.forEach(measure -> definitions.put(measure.name(), measure.words()));
        dimensions.forEach(dimension -> definitions.put(dimension.name(), dimension.words()));
        return definitions;
    }

    /** Its parameters for the OpenAPI document. */
    public Listing documented() {
        return documented(Listing.ofParameters(operation), Set.of());
    }

    /** A list that takes the same but some: the one that its totals link to. */
    public Listing documented(Listing list, Set<String> without) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                GROUP_BY,
                "Up to %d of %s, in any order, separated by commas; %s without it."
                        .formatted(mostDimensions, joined(dimensions.stream().map(Dimension::name)), groupedBy));
        words.put(
                MEASURES,
                "Any of %s, separated by commas; all of them without it."
                        .formatted(joined(measures.stream().map(Measure::name))));
        words.put(AS_OF, "What is effective by that day of the installation's zone; no day to come.");
        words.put(RECORDED_AS_OF, "What was known by then: a day or an instant, none to come.");
        words.put(CURRENCY, "ISO 4217: totals never mix currencies and convert none.");
        words.keySet().removeAll(without);
        words.forEach((name, text) -> list.own(name, name.equals(AS_OF) ? Listing.Type.DATE : Listing.Type.TEXT, text));
        filters.forEach(filter -> list.own(
                filter.name(),
                filter.form() == Filter.Form.BOOLEAN ? Listing.Type.BOOLEAN : Listing.Type.TEXTS,
                filter.words()));
        return list;
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
