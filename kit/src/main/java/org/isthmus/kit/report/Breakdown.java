package org.isthmus.kit.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a report, checked.
 *
 * @param filters the values of each filter that was given
 * @param effectiveOn the day asked for, or that of {@code recordedAsOf}; null for today
 * @param recordedBy what was known by then; null for now
 */
public record Breakdown(
        Declaration report,
        List<Dimension> dimensions,
        List<Measure> measures,
        Map<String, List<String>> filters,
        @Nullable LocalDate effectiveOn,
        @Nullable Instant recordedBy,
        Optional<String> currency) {

    /** Stands for what has none. */
    public static final String NONE = "none";

    /** Reads what was asked, or refuses with all that is wrong with it. */
    public static Breakdown of(Declaration report, Map<String, List<String>> asked, Clock clock, ZoneId zone) {
        return new ReportParameters(report, asked, clock, zone).read();
    }

    /** For things that have no effective days: a day means what was recorded by its end. */
    public Breakdown asRecorded(ZoneId zone) {
        if (effectiveOn == null) {
            return this;
        }
        Instant end = effectiveOn.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        Instant by = recordedBy == null ? end : recordedBy;
        return new Breakdown(report, dimensions, measures, filters, by.equals(end) ? effectiveOn : null, by, currency);
    }

    /** The values of a filter but {@code none}. */
    public List<String> values(String filter) {
        return filters.getOrDefault(filter, List.of()).stream()
                .filter(value -> !value.equals(NONE))
                .toList();
    }

    public boolean asks(String filter) {
        return filters.containsKey(filter);
    }

    public boolean asksForNone(String filter) {
        return filters.getOrDefault(filter, List.of()).contains(NONE);
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
        key.forEach((name, code) -> append(link, name, String.valueOf(code)));
        filters.forEach((name, values) -> {
            if (!key.containsKey(name)) {
                values.forEach(value -> append(link, name, value));
            }
        });
        further.forEach((name, values) -> values.forEach(value -> append(link, name, value)));
        return link.toString();
    }

    /** The days that were asked for, for links to lists that know both. */
    public Map<String, List<String>> days() {
        Map<String, List<String>> days = new LinkedHashMap<>();
        if (effectiveOn != null) {
            days.put(Declaration.AS_OF, List.of(effectiveOn.toString()));
        }
        if (recordedBy != null) {
            days.put(Declaration.RECORDED_AS_OF, List.of(recordedBy.toString()));
        }
        return days;
    }

    /** The day or the instant that was asked for, for links to lists that know it as {@code asOf}. */
    public Map<String, List<String>> daysRecorded() {
        if (recordedBy == null) {
            return Map.of();
        }
        return Map.of(Declaration.AS_OF, List.of(effectiveOn == null ? recordedBy.toString() : effectiveOn.toString()));
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
