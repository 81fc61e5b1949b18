package org.isthmus.projects.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Fault;

/** What is asked: the projects that filters pick, and what they are grouped by. All that is wrong is named at once. */
record Question(List<Dimension> dimensions, Map<Filter, List<String>> filters) {

    static final String NONE = "none";
    private static final String GROUP_BY = "groupBy";
    private static final int MOST_DIMENSIONS = 3;
    private static final int MOST_VALUES = 200;

    static Question of(Map<String, List<String>> parameters) {
        List<Fault> faults = new ArrayList<>();
        Map<Filter, List<String>> filters = new EnumMap<>(Filter.class);
        parameters.forEach((name, values) -> {
            Optional<Filter> filter = Filter.find(name);
            if (filter.isPresent()) {
                check(filter.get(), values, faults);
                filters.put(filter.get(), List.copyOf(values));
            } else if (!name.equals(GROUP_BY)) {
                faults.add(Fault.in(
                        name, "unknown-parameter", "Statistics of projects know no parameter '%s'.".formatted(name)));
            }
        });
        List<Dimension> dimensions = dimensions(parameters.getOrDefault(GROUP_BY, List.of("strand")), faults);
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        return new Question(dimensions, filters);
    }

    private static void check(Filter filter, List<String> values, List<Fault> faults) {
        if (values.size() > MOST_VALUES) {
            faults.add(Fault.in(
                    filter.parameter(), "too-many", "At most %d values of one filter.".formatted(MOST_VALUES)));
        }
        for (String value : values) {
            boolean isAllowed = filter.allowed().isEmpty() || filter.allowed().contains(value) || value.equals(NONE);
            if (value.indexOf('\0') >= 0) {
                faults.add(Fault.in(filter.parameter(), "form", "A NUL is no text."));
            } else if (!isAllowed) {
                faults.add(
                        Fault.in(filter.parameter(), "form", "'%s' is none of %s.".formatted(value, filter.allowed())));
            }
        }
    }

    private static List<Dimension> dimensions(List<String> asked, List<Fault> faults) {
        List<Dimension> found = new ArrayList<>();
        for (String names : asked) {
            for (String name : names.split(",", -1)) {
                Optional<Dimension> dimension = Dimension.find(name);
                if (dimension.isEmpty() || found.contains(dimension.get())) {
                    faults.add(Fault.in(
                            GROUP_BY,
                            "unknown-dimension",
                            "'%s' is none of %s, each once.".formatted(name, Dimension.parameters())));
                } else {
                    found.add(dimension.get());
                }
            }
        }
        if (found.size() > MOST_DIMENSIONS) {
            faults.add(Fault.in(GROUP_BY, "too-many", "At most %d dimensions at once.".formatted(MOST_DIMENSIONS)));
        }
        return List.copyOf(found);
    }

    /** The keys of a dimension that a filter asks for; empty where it asks for all. */
    Optional<List<String>> asked(Dimension dimension) {
        return Filter.find(dimension.parameter())
                .map(filters::get)
                .map(values ->
                        values.stream().filter(value -> !value.equals(NONE)).toList());
    }

    Map<String, String> key(List<String> codes) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            key.put(dimensions.get(i).parameter(), codes.get(i));
        }
        return key;
    }

    /** The list of projects that have this key, of those that the filters pick. */
    String link(Map<String, String> key) {
        StringBuilder link = new StringBuilder("/v1/projects");
        key.forEach((name, code) -> append(link, name, code));
        filters.forEach((filter, values) -> {
            if (!key.containsKey(filter.parameter())) {
                values.forEach(value -> append(link, filter.parameter(), value));
            }
        });
        return link.toString();
    }

    private static void append(StringBuilder link, String name, String value) {
        link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
