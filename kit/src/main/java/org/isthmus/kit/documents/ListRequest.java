package org.isthmus.kit.documents;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/** What a caller asks of a list, checked against what the {@link Listing} offers; all faults are named at once. */
record ListRequest(
        Map<String, List<Object>> filters,
        Map<String, Object> ranges,
        List<Order> orders,
        int limit,
        @Nullable String cursor,
        boolean total,
        List<String> facets,
        List<String> fields,
        @Nullable String query,
        @Nullable Instant asOf,
        @Nullable String format) {

    /** The value that stands for "has none" in a filter. */
    static final Object NONE = new Object();

    record Order(Listing.Column column, boolean descending) {}

    private static final Set<String> COMMON =
            Set.of("limit", "cursor", "sort", "total", "facets", "fields", "q", "asOf", "format");
    private static final int DEFAULT_LIMIT = 50;
    static final int LARGEST_LIMIT = 1000;
    private static final int MOST_VALUES = 200;

    static ListRequest of(Listing listing, MultivaluedMap<String, String> parameters) {
        Reader reader = new Reader(parameters);
        Map<String, List<Object>> filters = new LinkedHashMap<>();
        Map<String, Object> ranges = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (listing.filters().containsKey(name)) {
                filters.put(name, reader.filter(listing.filters().get(name), values));
            } else if (listing.ranges().containsKey(name)) {
                Object value = reader.value(listing.ranges().get(name).column(), values.getLast());
                if (value != null) {
                    ranges.put(name, value);
                }
            } else if (!COMMON.contains(name) && !listing.own().containsKey(name)) {
                reader.fault(name, "unknown-parameter", "This list knows no parameter '%s'.".formatted(name));
            }
        });
        ListRequest request = new ListRequest(
                filters,
                ranges,
                reader.orders(listing),
                reader.limit(),
                parameters.getFirst("cursor"),
                reader.flag("total"),
                reader.facets(listing),
                reader.names("fields"),
                reader.query(listing),
                reader.asOf(),
                reader.oneOf("format", List.of("json", "csv", "ndjson")));
        reader.refuseIfFaulty();
        return request;
    }

    /** Reads the single parameters and notes what is wrong with them. */
    private static final class Reader {

        private final MultivaluedMap<String, String> parameters;
        private final List<Fault> faults = new ArrayList<>();

        Reader(MultivaluedMap<String, String> parameters) {
            this.parameters = parameters;
        }

        void fault(String parameter, String code, String detail) {
            faults.add(Fault.in(parameter, code, detail));
        }

        void refuseIfFaulty() {
            if (!faults.isEmpty()) {
                throw InvalidRequest.of(faults);
            }
        }

        List<Object> filter(Listing.Filter filter, List<String> values) {
            Listing.Column column = filter.column();
            if (values.size() > MOST_VALUES) {
                fault(column.name(), "too-many", "At most %d values of one filter.".formatted(MOST_VALUES));
                return List.of();
            }
            List<Object> read = new ArrayList<>();
            for (String value : values) {
                Object typed = value.equals("none") ? NONE : value(column, value);
                if (!value.equals("none")
                        && !filter.allowed().isEmpty()
                        && !filter.allowed().contains(value)) {
                    fault(column.name(), "form", "'%s' is none of %s.".formatted(value, filter.allowed()));
                } else if (typed != null) {
                    read.add(typed);
                }
            }
            return read;
        }

        @Nullable
        Object value(Listing.Column column, String text) {
            try {
                return Values.read(column.type(), text);
            } catch (RuntimeException e) {
                fault(column.name(), "form", "'%s' is not %s.".formatted(text, Values.form(column.type())));
                return null;
            }
        }

        List<Order> orders(Listing listing) {
            List<Order> orders = new ArrayList<>();
            String asked = parameters.getFirst("sort");
            for (String key : (asked == null || asked.isBlank() ? listing.defaultSort() : asked).split(",")) {
                boolean descending = key.startsWith("-");
                Listing.Column column = listing.sorts().get(descending ? key.substring(1) : key);
                if (column == null) {
                    fault(
                            "sort",
                            "unknown-sort",
                            "'%s' is none of %s.".formatted(key, listing.sorts().keySet()));
                } else {
                    orders.add(new Order(column, descending));
                }
                if (orders.stream().map(Order::column).distinct().count() < orders.size()) {
                    fault("sort", "repeated", "'%s' is there more than once.".formatted(key));
                    return orders.subList(0, orders.size() - 1);
                }
            }
            return orders;
        }

        int limit() {
            String limit = parameters.getFirst("limit");
            if (limit == null) {
                return DEFAULT_LIMIT;
            }
            try {
                int number = Integer.parseInt(limit);
                if (number >= 1 && number <= LARGEST_LIMIT) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            fault("limit", "range", "'%s' is not a whole number from 1 to %d.".formatted(limit, LARGEST_LIMIT));
            return DEFAULT_LIMIT;
        }

        boolean flag(String name) {
            return "true".equals(oneOf(name, List.of("true", "false")));
        }

        @Nullable
        String oneOf(String name, List<String> allowed) {
            String value = parameters.getFirst(name);
            if (value != null && !allowed.contains(value)) {
                fault(name, "form", "'%s' is none of %s.".formatted(value, allowed));
            }
            return value;
        }

        List<String> names(String parameter) {
            String names = parameters.getFirst(parameter);
            return names == null || names.isBlank() ? List.of() : List.of(names.split(","));
        }

        List<String> facets(Listing listing) {
            List<String> facets = names("facets").stream().distinct().toList();
            for (String facet : facets) {
                if (!listing.facets().contains(facet)) {
                    fault("facets", "unknown-facet", "'%s' is none of %s.".formatted(facet, listing.facets()));
                }
            }
            return facets;
        }

        @Nullable
        String query(Listing listing) {
            String asked = parameters.getFirst("q");
            if (asked == null || asked.isBlank()) {
                return null;
            }
            if (listing.search().isEmpty()) {
                fault("q", "unknown-parameter", "This list has no full-text search.");
                return null;
            }
            String query = asked.length() > 500 ? null : SearchText.query(asked);
            if (query == null) {
                fault("q", "form", "Ask for words, at most 500 characters.");
            }
            return query;
        }

        @Nullable
        Instant asOf() {
            try {
                return PastDate.read(parameters.getFirst("asOf"));
            } catch (RuntimeException e) {
                fault("asOf", "form", "A date such as 2012-12-31 or an instant in UTC belongs here.");
                return null;
            }
        }
    }
}
