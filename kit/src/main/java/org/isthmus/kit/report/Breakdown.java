package org.isthmus.kit.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Past;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a report.
 *
 * @param asked the values of each filter that was given
 * @param past which day, and what was known when
 */
public record Breakdown(
        Declaration report,
        Asked asked,
        List<Dimension> dimensions,
        List<Measure> measures,
        Past past,
        Optional<String> currency) {

    /** Stands for what has none. */
    public static final String NONE = "none";

    /** What the parameters of a request say; what is wrong with them is noted there. */
    public static Breakdown of(Declaration report, Asked asked, Clock clock, ZoneId zone) {
        List<Dimension> dimensions = asked.names(Declaration.GROUP_BY).stream()
                .flatMap(name -> report.dimension(name).stream())
                .toList();
        if (dimensions.size() > report.mostDimensions()) {
            asked.fault(
                    Declaration.GROUP_BY,
                    "too-many",
                    "At most %d dimensions at once.".formatted(report.mostDimensions()));
        }
        Set<String> measures = report.withUnknowns(asked.names(Declaration.MEASURES));
        return new Breakdown(
                report,
                asked,
                dimensions.isEmpty()
                        ? report.dimension(report.groupedBy()).stream().toList()
                        : dimensions,
                report.measures().stream()
                        .filter(measure -> measures.isEmpty() || measures.contains(measure.name()))
                        .toList(),
                Past.of(asked, report.isEffective(), clock, zone),
                asked.one(Declaration.CURRENCY, String.class));
    }

    /** The day asked for, or that of {@code recordedAsOf}; null for today. */
    public @Nullable LocalDate effectiveOn() {
        return past.effectiveOn();
    }

    /** What was known by then; null for now. */
    public @Nullable Instant recordedBy() {
        return past.recordedBy();
    }

    public boolean shows(String measure) {
        return measures.stream().anyMatch(each -> each.name().equals(measure));
    }

    /** The measures of parts behind what is asked. */
    public Set<String> counted() {
        Set<String> counted = new LinkedHashSet<>();
        measures.forEach(measure -> counted.addAll(measure.terms().keySet()));
        return counted;
    }

    /** The measures of parts by which is known what is asked: the same, whatever else is asked with it. */
    Set<String> read() {
        Set<String> read = counted();
        if (measures.stream().anyMatch(measure -> !measure.beside().isEmpty())) {
            report.measures().forEach(measure -> read.addAll(measure.terms().keySet()));
        }
        return read;
    }

    public Map<String, Object> key(List<String> codes) {
        Map<String, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            key.put(dimensions.get(i).name(), dimensions.get(i).key(codes.get(i)));
        }
        return key;
    }

    /** The query that finds what makes up a row: its key and all else that was asked. */
    public String link(String path, Map<String, ?> key, Map<String, List<String>> further) {
        StringBuilder link = new StringBuilder(path);
        Map<String, String> names = new HashMap<>();
        dimensions.forEach(dimension -> names.put(dimension.name(), dimension.filter()));
        key.forEach((name, code) -> append(link, names.getOrDefault(name, name), String.valueOf(code)));
        report.filters().list().stream()
                .filter(filter -> key.keySet().stream()
                        .noneMatch(name -> names.getOrDefault(name, name).equals(filter.name())))
                .forEach(filter ->
                        asked.all(filter.name()).forEach(value -> append(link, filter.name(), String.valueOf(value))));
        List.of(Parameters.AS_OF, Parameters.RECORDED_AS_OF)
                .forEach(name -> asked.all(name).forEach(value -> append(link, name, String.valueOf(value))));
        further.forEach((name, values) -> values.forEach(value -> append(link, name, value)));
        return link.toString();
    }

    /** The key of what belongs to none of the dimensions. */
    public Map<String, Object> none() {
        Map<String, Object> none = new LinkedHashMap<>();
        dimensions.forEach(dimension -> none.put(dimension.name(), NONE));
        return none;
    }

    private static void append(StringBuilder link, String name, String value) {
        link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
