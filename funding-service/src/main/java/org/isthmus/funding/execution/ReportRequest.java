package org.isthmus.funding.execution;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isthmus.funding.ledger.EntryFilter;
import org.isthmus.funding.ledger.FilterValues;

/** What a caller asks of a report, checked, and the links that find the entries behind its rows. */
final class ReportRequest {

    private static final Set<String> FILTERS = Set.of(
            "strand",
            "country",
            "region",
            "year",
            "programme",
            "action",
            "project",
            "commitment",
            "budgetLine",
            "historical");
    private static final Set<String> OWN = Set.of("groupBy", "measures", "asOf", "recordedAsOf");

    private final Map<String, List<String>> parameters;
    private final FilterValues values;
    private final List<GroupBy> dimensions;
    private final List<String> measures;
    private final EntryFilter filter;
    private final Optional<LocalDate> asOf;
    private final Optional<Instant> recordedAsOf;

    private ReportRequest(Map<String, List<String>> asked) {
        this.parameters = new TreeMap<>(asked);
        this.values = new FilterValues(parameters);
        asked.keySet().stream()
                .filter(name -> !FILTERS.contains(name) && !OWN.contains(name))
                .forEach(name ->
                        values.fault(name, "unknown-parameter", "A report knows no parameter '%s'.".formatted(name)));
        this.dimensions = readDimensions();
        this.measures = readMeasures();
        this.filter = EntryFilter.ofTotal(values);
        this.asOf = values.date("asOf");
        this.recordedAsOf = values.recordedAsOf();
        // the query reads these later, when it is too late to refuse them
        Set.of("strand", "country", "region").forEach(values::texts);
        values.refuseIfFaulty();
    }

    static ReportRequest of(Map<String, List<String>> parameters) {
        return new ReportRequest(parameters);
    }

    ExecutionQuery query(String visible) {
        return new ExecutionQuery(dimensions, values, filter, visible);
    }

    private List<GroupBy> readDimensions() {
        List<GroupBy> found = new ArrayList<>();
        for (String name : names("groupBy")) {
            Optional<GroupBy> dimension = GroupBy.find(name);
            if (dimension.isEmpty() || found.contains(dimension.get())) {
                values.fault(
                        "groupBy",
                        "unknown-dimension",
                        "'%s' is none of strand, country, region, year, programme, action, each once.".formatted(name));
            } else {
                found.add(dimension.get());
            }
        }
        if (found.isEmpty()) {
            found.add(GroupBy.YEAR);
        }
        return List.copyOf(found);
    }

    private List<String> readMeasures() {
        Set<String> asked = new TreeSet<>(names("measures"));
        asked.stream()
                .filter(measure -> !Figures.MEASURES.contains(measure))
                .forEach(measure -> values.fault(
                        "measures", "unknown-measure", "'%s' is none of %s.".formatted(measure, Figures.MEASURES)));
        return Figures.MEASURES.stream()
                .filter(measure -> asked.isEmpty() || asked.contains(measure))
                .toList();
    }

    private List<String> names(String parameter) {
        List<String> names = new ArrayList<>();
        for (String value : parameters.getOrDefault(parameter, List.of())) {
            names.addAll(List.of(value.split(",", -1)));
        }
        return names;
    }

    List<GroupBy> dimensions() {
        return dimensions;
    }

    List<String> measures() {
        return measures;
    }

    Optional<LocalDate> asOf() {
        return asOf;
    }

    Optional<Instant> recordedAsOf() {
        return recordedAsOf;
    }

    Map<String, Object> key(List<String> codes) {
        Map<String, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            GroupBy dimension = dimensions.get(i);
            key.put(dimension.parameter(), dimension == GroupBy.YEAR ? Integer.valueOf(codes.get(i)) : codes.get(i));
        }
        return key;
    }

    /** By reason, what of the committed amount it keeps from being attributed; of the first measure if that was not asked. */
    Map<String, String> why(Map<String, Figures> reasons) {
        String measure = measures.contains("committed") ? "committed" : measures.getFirst();
        Map<String, String> why = new LinkedHashMap<>();
        reasons.forEach((reason, figures) -> {
            if (figures.entries() > 0) {
                why.put(reason, figures.amount(measure));
            }
        });
        return why;
    }

    String link(List<String> codes) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            query.put(dimensions.get(i).parameter(), List.of(codes.get(i)));
        }
        return link(query);
    }

    String linkNotAttributed() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put(
                EntryFilter.NOT_ATTRIBUTED,
                dimensions.stream().map(GroupBy::parameter).toList());
        return link(query);
    }

    private String link(Map<String, List<String>> query) {
        parameters.forEach((name, given) -> {
            if (!OWN.contains(name) || name.equals("recordedAsOf")) {
                query.putIfAbsent(name, given);
            }
        });
        // a total asks by a day, the journal by a range of days
        asOf.ifPresent(day -> query.put("effectiveTo", List.of(day.toString())));
        if (measures.size() == Figures.MEASURES.size()) {
            query.put("counted", List.of("true"));
        } else {
            query.put("measure", counted());
        }
        StringBuilder link = new StringBuilder("/v1/movements");
        query.forEach((name, codes) -> codes.forEach(code -> link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(code, StandardCharsets.UTF_8))));
        return link.toString();
    }

    /** The measures of entries behind the measures asked for. */
    private List<String> counted() {
        Set<String> counted = new TreeSet<>(measures);
        if (counted.remove("outstanding")) {
            counted.addAll(List.of("committed", "paid", "decommitted"));
        }
        return List.copyOf(counted);
    }
}
