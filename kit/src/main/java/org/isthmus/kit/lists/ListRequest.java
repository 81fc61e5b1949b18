package org.isthmus.kit.lists;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller asks of a list: its parameters read, and what only lists know put into shape. */
record ListRequest<A>(
        ViewTable<A> table,
        Asked asked,
        List<Order<A>> orders,
        SearchText.@Nullable Question search,
        Past past,
        int limit) {

    /** One sort key. */
    record Order<A>(Column<A> column, boolean descending) {}

    private static final int LONGEST_SEARCH = 500;

    static <A> ListRequest<A> of(ViewTable<A> table, MultivaluedMap<String, String> given, Clock clock, ZoneId zone) {
        Asked asked = ListParameters.of(table).read(given);
        Past past = Past.of(asked, table.effective().isThere(), clock, zone);
        if (asked.has(ListParameters.DATE_UNKNOWN)) {
            past = past.onSomeDay(LocalDate.ofInstant(clock.instant(), zone));
        }
        SearchText.Question search = search(asked);
        return new ListRequest<>(table, asked, orders(table, asked, search != null), search, past, limit(asked));
    }

    private static <A> List<Order<A>> orders(ViewTable<A> table, Asked asked, boolean isSearch) {
        List<String> keys = new ArrayList<>(asked.names(ListParameters.SORT));
        List<String> usual = List.of(table.offer().defaultSort().split(","));
        if (keys.isEmpty() && isSearch) {
            keys.add(ListParameters.RELEVANCE);
        }
        if (keys.isEmpty() || keys.equals(List.of(ListParameters.RELEVANCE))) {
            keys.addAll(usual);
        }
        List<Order<A>> orders = new ArrayList<>();
        for (String key : keys) {
            if (key.equals(ListParameters.RELEVANCE)) {
                orders.add(new Order<>(relevance(), true));
                if (!asked.has(ListParameters.QUERY)) {
                    asked.fault(ListParameters.SORT, "needs-q", "Relevance is that of words asked for by q.");
                }
                continue;
            }
            boolean descending = key.startsWith("-");
            String column = table.offer().sorts().get(descending ? key.substring(1) : key);
            if (orders.stream().anyMatch(order -> order.column().name().equals(column))) {
                asked.fault(ListParameters.SORT, "repeated", "'%s' is there more than once.".formatted(key));
            } else {
                orders.add(new Order<>(table.column(String.valueOf(column)), descending));
            }
        }
        return orders;
    }

    private static <A> Column<A> relevance() {
        return new Column<>(ListParameters.RELEVANCE, Type.NUMBER, false, null, List.of(), "");
    }

    boolean isByRelevance() {
        return orders.stream().anyMatch(order -> order.column().name().equals(ListParameters.RELEVANCE));
    }

    private static SearchText.@Nullable Question search(Asked asked) {
        String words = asked.one(ListParameters.QUERY, String.class).orElse(null);
        if (words == null) {
            return null;
        }
        SearchText.Question query = words.length() > LONGEST_SEARCH ? null : SearchText.Question.of(words);
        if (query == null) {
            asked.fault(ListParameters.QUERY, "form", "Ask for words, at most 500 characters.");
        }
        return query;
    }

    private static int limit(Asked asked) {
        int limit = asked.one(ListParameters.LIMIT, Integer.class).orElse(ListParameters.DEFAULT_LIMIT);
        if (limit < 1 || limit > ListParameters.LARGEST_LIMIT) {
            asked.fault(
                    ListParameters.LIMIT,
                    "range",
                    "%d is not from 1 to %d.".formatted(limit, ListParameters.LARGEST_LIMIT));
        }
        return limit;
    }

    /** A file holds every row that matches. */
    void refusePart() {
        for (String part : List.of(ListParameters.LIMIT, ListParameters.CURSOR)) {
            if (asked.has(part)) {
                asked.fault(
                        part,
                        "not-allowed",
                        "A file holds every row that matches; %s is of a page of JSON.".formatted(part));
            }
        }
    }

    boolean total() {
        return asked.flag(ListParameters.TOTAL);
    }

    List<String> facets() {
        return asked.names(ListParameters.FACETS);
    }

    List<String> fields() {
        return asked.names(ListParameters.FIELDS);
    }

    /** Of the texts in a CSV. */
    List<String> languages() {
        return asked.names(ListParameters.LANGUAGES);
    }

    boolean byteOrderMark() {
        return asked.flag(ListParameters.BYTE_ORDER_MARK);
    }

    @Nullable
    String cursor() {
        return asked.one(ListParameters.CURSOR, String.class).orElse(null);
    }

    @Nullable
    String format() {
        return asked.one(ListParameters.FORMAT, String.class).orElse(null);
    }

    boolean descending() {
        return orders.getFirst().descending();
    }
}
