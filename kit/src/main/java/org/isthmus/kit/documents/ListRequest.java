package org.isthmus.kit.documents;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.ListParameters;
import org.isthmus.kit.lists.Past;
import org.jspecify.annotations.Nullable;

/** What a caller asks of a list, read by what the {@link Listing} declares; all faults are noted in what was asked. */
record ListRequest(
        Asked asked,
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

    record Order(Listing.Column column, boolean descending) {}

    private static final int LONGEST_SEARCH = 500;

    static ListRequest of(Listing listing, MultivaluedMap<String, String> given, Clock clock, ZoneId zone) {
        Asked asked = listing.parameters().read(given);
        Map<String, List<Object>> filters = new LinkedHashMap<>();
        listing.filters().forEach((name, filter) -> {
            if (asked.has(name)) {
                filters.put(name, typed(filter.column(), asked.all(name)));
            }
        });
        Map<String, Object> ranges = new LinkedHashMap<>();
        listing.ranges().keySet().forEach(name -> {
            if (asked.has(name)) {
                ranges.put(name, asked.all(name).getFirst());
            }
        });
        return new ListRequest(
                asked,
                filters,
                ranges,
                orders(listing, asked),
                limit(asked),
                asked.one("cursor", String.class).orElse(null),
                asked.flag("total"),
                asked.names("facets"),
                asked.names("fields"),
                query(asked),
                Past.recorded(asked, clock, zone).recordedBy(),
                asked.one("format", String.class).orElse(null));
    }

    /** Years are asked as numbers, whatever a column holds. */
    private static List<Object> typed(Listing.Column column, List<Object> values) {
        return column.type() == Listing.Type.TEXTS
                ? values.stream()
                        .map(value -> value instanceof Integer year ? (Object) year.toString() : value)
                        .toList()
                : values;
    }

    private static List<Order> orders(Listing listing, Asked asked) {
        List<String> keys = asked.names("sort");
        List<Order> orders = new ArrayList<>();
        for (String key : keys.isEmpty() ? List.of(listing.defaultSort().split(",")) : keys) {
            boolean descending = key.startsWith("-");
            Listing.Column column =
                    Objects.requireNonNull(listing.sorts().get(descending ? key.substring(1) : key), key);
            if (orders.stream().anyMatch(order -> order.column().equals(column))) {
                asked.fault("sort", "repeated", "'%s' is there more than once.".formatted(key));
            } else {
                orders.add(new Order(column, descending));
            }
        }
        return orders;
    }

    private static int limit(Asked asked) {
        int limit = asked.one("limit", Integer.class).orElse(ListParameters.DEFAULT_LIMIT);
        if (limit < 1 || limit > ListParameters.LARGEST_LIMIT) {
            asked.fault("limit", "range", "%d is not from 1 to %d.".formatted(limit, ListParameters.LARGEST_LIMIT));
        }
        return limit;
    }

    private static @Nullable String query(Asked asked) {
        String words = asked.one("q", String.class).orElse(null);
        if (words == null) {
            return null;
        }
        String query = words.length() > LONGEST_SEARCH ? null : SearchText.query(words);
        if (query == null) {
            asked.fault("q", "form", "Ask for words, at most 500 characters.");
        }
        return query;
    }
}
